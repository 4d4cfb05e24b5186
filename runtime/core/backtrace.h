//===- backtrace.h - Walking along the frame pointers ----------------------===//

#ifndef W2N_CORE_BACKTRACE_H
#define W2N_CORE_BACKTRACE_H

#include "core/trap.h"

// Adds a frame of compiled code, further out than those before.
void w2n_backtrace_add(struct w2n_backtrace *backtrace, uintptr_t address);

// Adds the callers of the function whose frame pointer is fp, as far as they are compiled
// code. Nothing below sp or at or above w2n_call_stack_end() is read.
void w2n_backtrace_walk(struct w2n_backtrace *backtrace, uintptr_t fp, uintptr_t sp);

// The innermost callers, at most so many, of the function whose frame pointer is fp, as
// far as they are compiled code. Gives how many there are.
uint32_t w2n_backtrace_innermost(uintptr_t *addresses, uint32_t most, uintptr_t fp);

#endif // W2N_CORE_BACKTRACE_H
