//===- library_call.c - Calls from the host, and how traps end them --------===//

#include "core/trap.h"
#include "placement/activation.h"
#include "placement/library.h"
#include "platform/os.h"

// What compiled code must leave of the stack for host functions and the runtime.
#define STACK_MARGIN 0x20000
// How much stack there is taken to be where the system can't say.
#define ASSUMED_STACK 0x40000
// How far from the end of the stack a fault may be that means its exhaustion: a system
// keeps up to a mebibyte free below a stack that grows.
#define GUARD_BELOW 0x110000
#define GUARD_ABOVE W2N_OS_GRANULE

// What is known of a thread once it has called.
struct thread {
  uintptr_t stack_low;
  uintptr_t stack_high;
  void *alternate_stack;
};

// Found from the fault handler, where a first access must not allocate.
#define THREAD_LOCAL static _Thread_local __attribute__((tls_model("initial-exec")))
THREAD_LOCAL struct thread thread;
// The store of the innermost call; null outside of all.
THREAD_LOCAL w2n_store *current_store;

struct w2n_activation *w2n_current_activation(void) {
  return current_store ? current_store->activation : 0;
}

int w2n_find_stack(uintptr_t address, uintptr_t *high) {
  int is_known = thread.stack_low <= address && address < thread.stack_high;
  if (!is_known)
    is_known = w2n_os_stack_bounds(&thread.stack_low, &thread.stack_high) &&
               thread.stack_low <= address && address < thread.stack_high;
  if (!is_known) {
    thread.stack_low = address - ASSUMED_STACK;
    thread.stack_high = (address | (sizeof(uintptr_t) - 1)) + 1;
  }
  *high = thread.stack_high;
  return is_known;
}

int w2n_is_stack_low(void) {
  return (uintptr_t)__builtin_frame_address(0) < thread.stack_low + STACK_MARGIN;
}

static void prepare_fault_stack(void) {
  if (thread.alternate_stack)
    return;
  void *stack = w2n_os_allocate(W2N_OS_ALTERNATE_STACK_SIZE);
  if (!stack)
    return;
  w2n_os_set_alternate_stack(stack, W2N_OS_ALTERNATE_STACK_SIZE);
  thread.alternate_stack = stack;
}

void w2n_thread_detach(void) {
  if (!thread.alternate_stack)
    return;
  w2n_os_clear_alternate_stack();
  w2n_os_release(thread.alternate_stack, W2N_OS_ALTERNATE_STACK_SIZE);
  thread = (struct thread){0};
}

w2n_status w2n_run(w2n_store *store, void (*function)(void *argument), void *argument,
                   w2n_error *error) {
  w2n_error_clear(error);
  struct w2n_activation activation = {0};
  const uint64_t outer_limit = store->stack_limit;
  w2n_find_stack((uintptr_t)&activation, &activation.stack_high);
  if (w2n_is_stack_low()) {
    error->trap_code = W2N_TRAP_STACK_EXHAUSTED;
    w2n_error_append(error, w2n_trap_message(W2N_TRAP_STACK_EXHAUSTED));
    return W2N_TRAPPED;
  }
  if (w2n_library_store(store)->is_guarded)
    prepare_fault_stack();
  activation.outer = store->activation;
  activation.outer_store = current_store;
  activation.error = error;
  store->stack_limit = thread.stack_low + STACK_MARGIN;
  store->activation = &activation;
  current_store = store;

  const uint32_t ended = w2n_activation_enter(&activation, function, argument);

  store->stack_limit = outer_limit;
  store->activation = activation.outer;
  current_store = activation.outer_store;
  if (!ended)
    return W2N_OK;
  return error->exception ? W2N_THREW : W2N_TRAPPED;
}

struct call_request {
  w2n_store *store;
  const w2n_function *function;
  uint64_t *values;
};

static void call(void *argument) {
  const struct call_request *request = argument;
  const w2n_function *function = request->function;
  function->type->array_call(function->code, function->instance, request->values);
  if (request->store->pending)
    w2n_uncaught_exception(request->store->pending);
}

w2n_status w2n_call(w2n_store *store, w2n_function *function, uint64_t *values, w2n_error *error) {
  struct call_request request = {store, function, values};
  return w2n_run(store, call, &request, error);
}

// The module of the current store that an address is in the code of, or null.
static const w2n_module *locate(uintptr_t address, struct w2n_code_location *location) {
  const w2n_module *found = 0;
  *location = (struct w2n_code_location){0};
  const struct w2n_instance_record *record = w2n_library_store(current_store)->instances;
  for (; record; record = record->next) {
    const w2n_module *module = record->instance.module;
    if (w2n_find_function(module->function_table, address, location))
      found = module;
  }
  return found;
}

int w2n_locate_code(uintptr_t address, struct w2n_code_location *location) {
  return current_store && locate(address, location) != 0;
}

uintptr_t w2n_call_stack_end(void) {
  const struct w2n_activation *activation = w2n_current_activation();
  return activation ? activation->stack_pointer : 0;
}

// Turns a trap into what the host is told. Safe in a signal handler.
static void describe(const struct w2n_trap_info *info, w2n_error *error) {
  error->trap_code = info->code;
  error->exit_status = info->exit_status;
  error->exception = info->exception;
  w2n_library_store(current_store)->uncaught = info->exception;
  current_store->pending = 0;
  w2n_error_append(error, w2n_trap_message(info->code));
  if (info->detail) {
    w2n_error_append(error, ": ");
    w2n_error_append(error, info->detail);
  }
  _Static_assert(W2N_ERROR_FRAMES == W2N_BACKTRACE_SHOWN &&
                     W2N_ERROR_INNERMOST_FRAMES == W2N_BACKTRACE_INNERMOST,
                 "the host is told all that is shown");
  struct w2n_shown_frames shown;
  w2n_backtrace_show(&info->backtrace, &shown);
  error->frame_count = shown.count;
  error->frames_omitted = shown.omitted;
  for (uint32_t i = 0; i < shown.count; ++i) {
    struct w2n_code_location location;
    const w2n_module *module = locate(shown.addresses[i], &location);
    error->frames[i] = (w2n_frame){module, location.index, location.name};
  }
}

// A trap that no call through w2n_call is around has nowhere to go.
_Noreturn static void stop(const struct w2n_trap_info *info) {
  w2n_report_trap(info);
  w2n_os_exit(W2N_TRAP_EXIT_STATUS);
}

_Noreturn void w2n_raise(const struct w2n_trap_info *info) {
  struct w2n_activation *activation = w2n_current_activation();
  if (!activation)
    stop(info);
  describe(info, activation->error);
  w2n_activation_leave(activation);
}

void w2n_raise_from_fault(const struct w2n_trap_info *info, const struct w2n_fault *fault) {
  struct w2n_activation *activation = w2n_current_activation();
  if (!activation)
    stop(info);
  describe(info, activation->error);
  w2n_os_resume(fault, (uintptr_t)w2n_activation_leave, activation->stack_pointer, activation);
}

int w2n_is_stack_guard(const struct w2n_fault *fault) {
  const struct w2n_activation *activation = w2n_current_activation();
  return activation && !activation->is_in_host &&
         fault->address + GUARD_BELOW >= thread.stack_low &&
         fault->address < thread.stack_low + GUARD_ABOVE;
}
