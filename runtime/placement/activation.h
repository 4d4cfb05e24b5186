//===- activation.h - Calls from the host, where traps end ------------------===//

#ifndef W2N_PLACEMENT_ACTIVATION_H
#define W2N_PLACEMENT_ACTIVATION_H

#include "abi/abi.h"
#include "include/w2n.h"

#include <stddef.h>
#include <stdint.h>

// A call from the host into compiled code. Lives on the stack of the call, in room that compiled
// code makes too.
struct w2n_activation {
  // What w2n_activation_leave goes back to; written by w2n_begin_call, which knows that these come
  // first. The first is the stack pointer.
  uintptr_t stack_pointer;
  uintptr_t registers[21];
  w2n_store *store;
  // The call around it, where traps of the store ended before, the store's limit of the stack
  // and the thread's current store.
  struct w2n_activation *outer;
  struct w2n_activation *outer_target;
  uint64_t outer_limit;
  w2n_store *outer_store;
  // What it ended in, or null.
  w2n_trap *trap;
  // Above all compiled code of the call, on the stack that it was made on.
  uintptr_t stack_high;
  // Below all compiled code of the call and what it keeps in registers, while the innermost
  // function is the host's; 0 where that is not known.
  uintptr_t host_frame;
};
_Static_assert(offsetof(struct w2n_activation, stack_pointer) == 0,
               "as cpu/<CPU>/activation.c has it");
_Static_assert(sizeof(struct w2n_activation) <= W2N_ACTIVATION_SIZE,
               "what compiled code has for it");

// Where a trap on this thread ends: the innermost call from the host. Null outside of all, and
// while a function of the host runs, which nothing may leave but itself.
struct w2n_activation *w2n_current_activation(void);

// Whether so little of the current thread's stack is left that no function of the host
// may be called.
int w2n_is_stack_low(void);

// The second half of w2n_begin_call, whose first in cpu/<CPU>/activation.c saves the registers
// that a C function must preserve.
uint32_t w2n_prepare_call(struct w2n_activation *activation, w2n_store *store);

// Restores those registers, and returns from w2n_begin_call a second time. May be entered with any
// stack pointer. The argument is a struct w2n_activation *.
_Noreturn void w2n_activation_leave(void *activation);

#endif // W2N_PLACEMENT_ACTIVATION_H
