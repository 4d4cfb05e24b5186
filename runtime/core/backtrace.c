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
  if (n < W2N_BACKTRACE_KEPT_INNERMOST)
    backtrace->innermost[n] = address;
  else
    backtrace->outermost[n % W2N_BACKTRACE_KEPT_OUTERMOST] = address;
}

static int is_of_module(uintptr_t address) {
  struct w2n_code_location location = {0};
  return w2n_locate_code(address, &location) && location.index != W2N_FUNCTION_WITHOUT_INDEX;
}

// Adds one further out, in place of the innermost of the outermost ones if there is no room.
static void show(struct w2n_shown_frames *shown, uintptr_t address) {
  if (!is_of_module(address))
    return;
  if (shown->count < W2N_BACKTRACE_SHOWN) {
    shown->addresses[shown->count++] = address;
    return;
  }
  ++shown->omitted;
  for (unsigned i = W2N_BACKTRACE_INNERMOST; i + 1 < W2N_BACKTRACE_SHOWN; ++i)
    shown->addresses[i] = shown->addresses[i + 1];
  shown->addresses[W2N_BACKTRACE_SHOWN - 1] = address;
}

void w2n_backtrace_show(const struct w2n_backtrace *backtrace, struct w2n_shown_frames *shown) {
  *shown = (struct w2n_shown_frames){0};
  uint64_t n = 0;
  for (; n < backtrace->count && n < W2N_BACKTRACE_KEPT_INNERMOST; ++n)
    show(shown, backtrace->innermost[n]);
  if (backtrace->count > n + W2N_BACKTRACE_KEPT_OUTERMOST) {
    shown->omitted += backtrace->count - W2N_BACKTRACE_KEPT_OUTERMOST - n;
    n = backtrace->count - W2N_BACKTRACE_KEPT_OUTERMOST;
  }
  for (; n < backtrace->count; ++n)
    show(shown, backtrace->outermost[n % W2N_BACKTRACE_KEPT_OUTERMOST]);
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
