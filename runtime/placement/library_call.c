//===- library_call.c - Calls from the host, and how traps end them --------===//

#include "core/backtrace.h"
#include "core/trap.h"
#include "placement/activation.h"
#include "placement/library.h"
#include "placement/library_trap.h"
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

// In an executable, these are at a fixed distance from the thread pointer. A dynamic library
// must not ask for that, since there is little room for those that come and go.
static _Thread_local struct thread thread;
// The store of the innermost call; null outside of all.
static _Thread_local w2n_store *current_store;

w2n_store *w2n_current_store(void) { return current_store; }

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

// Where the stack of a call from the host must end, for code that compares.
static uint64_t stack_limit(const w2n_store *store, uintptr_t here) {
  const uint64_t limit = thread.stack_low + STACK_MARGIN;
  const uint64_t size = w2n_library_store((w2n_store *)store)->stack_limit;
  return size && here > size && here - size > limit ? here - size : limit;
}

uint32_t w2n_prepare_call(struct w2n_activation *activation, w2n_store *store) {
  struct w2n_library_store *library = w2n_library_store(store);
  w2n_find_stack((uintptr_t)activation, &activation->stack_high);
  if (w2n_is_stack_low()) {
    const struct w2n_trap_info info = {.code = W2N_TRAP_STACK_EXHAUSTED};
    activation->trap = w2n_trap_describe(store, &info);
    return 1;
  }
  if (library->is_guarded && !thread.alternate_stack)
    prepare_fault_stack();
  activation->store = store;
  activation->outer = library->calls;
  activation->outer_target = store->activation;
  activation->outer_limit = store->stack_limit;
  activation->outer_store = current_store;
  activation->trap = 0;
  activation->host_frame = 0;
  // On the same stack, an inner call has no more than what is left to the outer one.
  if (!activation->outer || activation->outer->stack_high != activation->stack_high)
    store->stack_limit = stack_limit(store, (uintptr_t)activation);
  library->calls = store->activation = activation;
  current_store = store;
  return 0;
}

void w2n_end_call(struct w2n_activation *activation) {
  w2n_store *store = activation->store;
  store->stack_limit = activation->outer_limit;
  store->activation = activation->outer_target;
  w2n_library_store(store)->calls = activation->outer;
  current_store = activation->outer_store;
}

w2n_trap *w2n_trap_of_call(const struct w2n_activation *activation) { return activation->trap; }

w2n_trap *w2n_run(w2n_store *store, void (*function)(void *argument), void *argument) {
  struct w2n_activation activation;
  if (w2n_begin_call(&activation, store))
    return activation.trap;
  function(argument);
  w2n_end_call(&activation);
  return 0;
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

w2n_trap *w2n_call(w2n_store *store, w2n_function *function, uint64_t *values) {
  struct call_request request = {store, function, values};
  return w2n_run(store, call, &request);
}

int w2n_locate_code(uintptr_t address, struct w2n_code_location *location) {
  return current_store && w2n_library_locate(current_store, address, location);
}

uintptr_t w2n_call_stack_end(void) {
  const struct w2n_activation *activation = w2n_current_activation();
  return activation ? activation->stack_pointer : 0;
}

// A trap that no call through w2n_call is around, or that a function of the host is, has nowhere
// to go.
_Noreturn static void stop(const struct w2n_trap_info *info) {
  w2n_report_trap(info);
  w2n_os_exit(W2N_TRAP_EXIT_STATUS);
}

// What the call ends in. Safe in a signal handler.
static void end_in(struct w2n_activation *activation, w2n_trap *trap) {
  current_store->pending = 0;
  activation->trap = trap;
  w2n_end_call(activation);
}

_Noreturn void w2n_end_in_trap(const struct w2n_trap_info *info) {
  struct w2n_activation *activation = w2n_current_activation();
  if (!activation)
    stop(info);
  end_in(activation, w2n_trap_describe(current_store, info));
  w2n_activation_leave(activation);
}

void w2n_end_in_trap_of_fault(const struct w2n_trap_info *info, const struct w2n_fault *fault) {
  struct w2n_activation *activation = w2n_current_activation();
  if (!activation)
    stop(info);
  end_in(activation, w2n_trap_describe(current_store, info));
  w2n_os_resume(fault, (uintptr_t)w2n_activation_leave, activation->stack_pointer, activation);
}

void w2n_raise(w2n_store *store, w2n_trap *trap) {
  w2n_trap_free(store->raised);
  store->raised = trap;
}

_Noreturn void w2n_end_in_raised_trap(w2n_store *store) {
  w2n_trap *trap = store->raised;
  store->raised = 0;
  struct w2n_activation *activation = w2n_current_activation();
  struct w2n_trap_info info = {.code = trap->code, .detail = trap->message.text};
  const uintptr_t fp = (uintptr_t)__builtin_frame_address(0);
  w2n_backtrace_walk(&info.backtrace, fp, fp);
  if (!activation)
    stop(&info);
  w2n_trap_add_frames(trap, current_store, &info.backtrace);
  end_in(activation, trap);
  w2n_activation_leave(activation);
}

int w2n_is_stack_guard(const struct w2n_fault *fault) {
  const struct w2n_activation *activation = w2n_current_activation();
  return activation && fault->address + GUARD_BELOW >= thread.stack_low &&
         fault->address < thread.stack_low + GUARD_ABOVE;
}
