//===- activation.h - Calls from the host, where traps end ------------------===//

#ifndef W2N_PLACEMENT_ACTIVATION_H
#define W2N_PLACEMENT_ACTIVATION_H

#include "include/w2n.h"

#include <stdint.h>

// A call from the host into compiled code. Lives on the stack of the call.
struct w2n_activation {
  // What w2n_activation_leave goes back to; written by w2n_activation_enter, which
  // knows that it comes first.
  uintptr_t stack_pointer;
  // The call around it, where traps of the store ended before, and the thread's current store.
  struct w2n_activation *outer;
  struct w2n_activation *outer_target;
  w2n_store *outer_store;
  // What it ended in, or null.
  w2n_trap *trap;
  // Above all compiled code of the call, on the stack that it was made on.
  uintptr_t stack_high;
  // Below all compiled code of the call and what it keeps in registers, while the innermost
  // function is the host's; 0 where that is not known.
  uintptr_t host_frame;
};

// Where a trap on this thread ends: the innermost call from the host. Null outside of all, and
// while a function of the host runs, which nothing may leave but itself.
struct w2n_activation *w2n_current_activation(void);

// Whether so little of the current thread's stack is left that no function of the host
// may be called.
int w2n_is_stack_low(void);

// Saves the registers that a C function must preserve, and calls function(argument) as
// the outermost frame of a chain of frame pointers. Gives 0 once that has returned, or 1
// after w2n_activation_leave. In cpu/<CPU>/activation.c.
uint32_t w2n_activation_enter(struct w2n_activation *activation, void (*function)(void *),
                              void *argument);

// Restores those registers, and returns from w2n_activation_enter a second time. May be
// entered with any stack pointer. The argument is a struct w2n_activation *.
_Noreturn void w2n_activation_leave(void *activation);

#endif // W2N_PLACEMENT_ACTIVATION_H
