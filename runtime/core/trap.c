//===- trap.c - Traps that compiled code and the runtime ask for -----------===//

#include "core/trap.h"

#include "core/backtrace.h"
#include "core/raise.h"

// Kept out of line, so that its frame is known to be the innermost.
__attribute__((noinline)) _Noreturn void w2n_trap_with_detail(uint32_t code, const char *detail) {
  struct w2n_trap_info info = {.code = code, .detail = detail};
  const uintptr_t fp = (uintptr_t)__builtin_frame_address(0);
  w2n_backtrace_walk(&info.backtrace, fp, fp);
  w2n_end_in_trap(&info);
}

_Noreturn void w2n_trap_by_code(uint32_t code) { w2n_trap_with_detail(code, 0); }
