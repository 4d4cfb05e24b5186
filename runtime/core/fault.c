//===- fault.c - Which faults are traps ------------------------------------===//
//
// Runs in the signal handler. A fault is a trap if compiled code touched the reservation
// of a guarded memory, or if the stack ran into its guard; any other is the host's.
//
//===----------------------------------------------------------------------===//

#include "core/backtrace.h"
#include "core/memory.h"
#include "cpu/cpu.h"
#include "platform/os.h"

// The stack cannot be read where it ran out, unless a frame was set up before.
static void add_caller_of_frameless(struct w2n_backtrace *backtrace, const struct w2n_fault *fault,
                                    uintptr_t start) {
  if (w2n_is_stack_guard(fault))
    return;
  uintptr_t caller = w2n_frameless_return_address(fault, start, w2n_call_stack_end());
  if (caller)
    w2n_backtrace_add(backtrace, caller - 1);
}

static void collect(struct w2n_backtrace *backtrace, const struct w2n_fault *fault) {
  struct w2n_code_location location = {0};
  if (w2n_is_compiled_code(fault->pc)) {
    w2n_backtrace_add(backtrace, fault->pc);
    if (w2n_locate_code(fault->pc, &location))
      add_caller_of_frameless(backtrace, fault, location.start);
  } else if (w2n_is_libc_code(fault->pc)) {
    add_caller_of_frameless(backtrace, fault, 0);
  }
  w2n_backtrace_walk(backtrace, fault->fp, fault->sp);
}

int w2n_handle_fault(const struct w2n_fault *fault) {
  struct w2n_trap_info info = {0};
  const int compiled = w2n_is_compiled_code(fault->pc) || w2n_is_libc_code(fault->pc);
  if (compiled && w2n_is_guarded_memory(fault->address))
    info.code = W2N_TRAP_MEMORY_OUT_OF_BOUNDS;
  else if (w2n_is_stack_guard(fault))
    info.code = W2N_TRAP_STACK_EXHAUSTED;
  else
    return 0;
  collect(&info.backtrace, fault);
  w2n_end_in_trap_of_fault(&info, fault);
  return 1;
}
