//===- backtrace.c - Walking along the frame pointers ----------------------===//
//
// Compiled code and the runtime keep frame pointers in every function that calls another,
// and leave the register alone elsewhere. A frame is the caller's frame pointer and the
// return address, on every CPU.
//
//===----------------------------------------------------------------------===//

#include "core/backtrace.h"

struct frame {
  uintptr_t caller;
  uintptr_t return_address;
};

void w2n_backtrace_add(struct w2n_backtrace *backtrace, uintptr_t address) {
  const uint64_t n = backtrace->count++;
  if (n < W2N_BACKTRACE_INNERMOST)
    backtrace->innermost[n] = address;
  else
    backtrace->outermost[n % W2N_BACKTRACE_OUTERMOST] = address;
}

uintptr_t w2n_backtrace_frame(const struct w2n_backtrace *backtrace, uint64_t n) {
  if (n >= backtrace->count)
    return 0;
  if (n < W2N_BACKTRACE_INNERMOST)
    return backtrace->innermost[n];
  if (backtrace->count - n > W2N_BACKTRACE_OUTERMOST)
    return 0;
  return backtrace->outermost[n % W2N_BACKTRACE_OUTERMOST];
}

void w2n_backtrace_walk(struct w2n_backtrace *backtrace, uintptr_t fp, uintptr_t sp) {
  const uintptr_t end = w2n_call_stack_end();
  uintptr_t lowest = sp;
  while (fp >= lowest && fp % 16 == 0 && fp < end && end - fp >= sizeof(struct frame)) {
    const struct frame *frame = (const struct frame *)fp;
    // Inside the call, not behind it.
    if (w2n_is_compiled_code(frame->return_address - 1))
      w2n_backtrace_add(backtrace, frame->return_address - 1);
    lowest = fp + sizeof *frame;
    fp = frame->caller;
  }
}
