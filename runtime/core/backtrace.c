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

// A walk along the frames: the next one, and what bounds it.
struct walk {
  uintptr_t fp, lowest, end;
};

// The next address in compiled code, inside of the call that it was left by; 0 at the end.
static uintptr_t next_address(struct walk *walk) {
  while (walk->fp >= walk->lowest && walk->fp % 16 == 0 && walk->fp < walk->end &&
         walk->end - walk->fp >= sizeof(struct frame)) {
    const struct frame *frame = (const struct frame *)walk->fp;
    walk->lowest = walk->fp + sizeof *frame;
    walk->fp = frame->caller;
    if (w2n_is_compiled_code(frame->return_address - 1))
      return frame->return_address - 1;
  }
  return 0;
}

void w2n_backtrace_walk(struct w2n_backtrace *backtrace, uintptr_t fp, uintptr_t sp) {
  struct walk walk = {fp, sp, w2n_call_stack_end()};
  for (uintptr_t address; (address = next_address(&walk)) != 0;)
    w2n_backtrace_add(backtrace, address);
}

uint32_t w2n_backtrace_innermost(uintptr_t *addresses, uint32_t most, uintptr_t fp) {
  struct walk walk = {fp, fp, w2n_call_stack_end()};
  uint32_t count = 0;
  for (uintptr_t address; count < most && (address = next_address(&walk)) != 0;)
    addresses[count++] = address;
  return count;
}
