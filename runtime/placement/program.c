//===- program.c - One instance, which is the whole process ----------------===//
//
// Runs the module on a stack of the size it was compiled for, with a guard below it. A
// trap is reported and ends the process.
//
//===----------------------------------------------------------------------===//

#include "placement/program.h"

#include "core/trap.h"
#include "core/writer.h"
#include "cpu/cpu.h"
#include "platform/os.h"

// Inaccessible address space below the stack. Compiled code touches the pages of a large
// frame one by one, so that none reaches beyond.
enum { GUARD_SIZE = 0x100000 };

// What the runtime's own functions have below stack_limit.
enum { RUNTIME_STACK_SIZE = 0x20000 };

w2n_store w2n_program_store;
struct w2n_command_line w2n_program_command_line;

// The stack: its guard, where it begins, the first address above it.
static struct {
  uintptr_t guard, low, high;
} stack;

static _Alignas(16) char fault_stack[W2N_OS_ALTERNATE_STACK_SIZE];

_Noreturn static void fail(const char *message) {
  struct w2n_writer writer = {.fd = 2};
  w2n_write_string(&writer, "error: ");
  w2n_write_string(&writer, message);
  w2n_write_character(&writer, '\n');
  w2n_write_flush(&writer);
  w2n_os_exit(1);
}

static void check_cpu(char **environment) {
  uint64_t missing = w2n_the_program.cpu_features;
  if (missing)
    missing &= ~w2n_cpu_features(environment);
  if (!missing)
    return;
  struct w2n_writer writer = {.fd = 2};
  w2n_write_string(&writer, "error: this program was compiled for a CPU with features that "
                            "this one lacks:");
  for (unsigned bit = 0; bit < 64; ++bit)
    if (missing >> bit & 1) {
      w2n_write_character(&writer, ' ');
      w2n_write_string(&writer, w2n_cpu_feature_name(bit));
    }
  w2n_write_character(&writer, '\n');
  w2n_write_flush(&writer);
  w2n_os_exit(1);
}

static void create_stack(void) {
  const uint64_t size =
      (w2n_the_program.stack_size + W2N_OS_GRANULE - 1) & -(uint64_t)W2N_OS_GRANULE;
  char *guard = w2n_os_reserve(GUARD_SIZE + size);
  if (!guard || !w2n_os_commit(guard + GUARD_SIZE, size))
    fail("the system has no memory for the program's stack");
  stack.guard = (uintptr_t)guard;
  stack.low = stack.guard + GUARD_SIZE;
  stack.high = stack.low + size;
  const uint64_t kept = size / 4 < RUNTIME_STACK_SIZE ? size / 4 : RUNTIME_STACK_SIZE;
  w2n_program_store.stack_limit = stack.low + kept;
}

static void run(void *unused) {
  (void)unused;
  w2n_the_program.initialize();
  w2n_the_program.entry();
}

static void write_profile(void) {
  if (w2n_the_program.write_profile)
    w2n_the_program.write_profile();
}

_Noreturn void w2n_program_end(int status) {
  write_profile();
  w2n_os_exit(status);
}

int w2n_main(int argc, char **argv, char **envp) {
  check_cpu(envp);
  w2n_program_command_line = (struct w2n_command_line){argc, argv, envp};
  create_stack();
  if ((w2n_the_program.flags & W2N_PROGRAM_GUARDED) &&
      (!w2n_os_set_alternate_stack(fault_stack, sizeof fault_stack) ||
       !w2n_os_install_fault_handler()))
    fail("the system refuses a handler for memory faults");
  w2n_call_on_stack((void *)stack.high, run, 0);
  write_profile();
  return 0;
}

// The seam of core/trap.h.

_Noreturn void w2n_end_in_trap(const struct w2n_trap_info *info) {
  w2n_report_trap(info);
  w2n_program_end(W2N_TRAP_EXIT_STATUS);
}

void w2n_end_in_trap_of_fault(const struct w2n_trap_info *info, const struct w2n_fault *fault) {
  (void)fault;
  w2n_end_in_trap(info);
}

int w2n_is_stack_guard(const struct w2n_fault *fault) {
  return fault->address >= stack.guard && fault->address < stack.low;
}

int w2n_is_compiled_code(uintptr_t address) { return w2n_image_has_compiled_code(address); }

int w2n_is_libc_code(uintptr_t address) { return w2n_image_has_libc_code(address); }

uintptr_t w2n_call_stack_end(void) { return stack.high; }

int w2n_locate_code(uintptr_t address, struct w2n_code_location *location) {
  return w2n_the_program.function_table &&
         w2n_find_function(w2n_the_program.function_table, address, location);
}
