//===- library_trap.h - Traps as the host is told of them ------------------===//

#ifndef W2N_PLACEMENT_LIBRARY_TRAP_H
#define W2N_PLACEMENT_LIBRARY_TRAP_H

#include "core/trap.h"
#include "include/w2n.h"
#include "placement/library_message.h"

#include <stdint.h>

struct w2n_library_store;

struct w2n_trap {
  uint32_t code;
  uint32_t frame_count;
  uint64_t frames_omitted;
  // Of EXIT.
  uint32_t exit_status;
  struct w2n_message message;
  w2n_frame frames[W2N_BACKTRACE_SHOWN];
  // Of one that carries an exception: the store, whose list of such traps it is in.
  w2n_exception *exception;
  struct w2n_library_store *store;
  struct w2n_trap *next, *previous;
};

// A trap with an empty message and no frames. Safe in a signal handler. Where the system has no
// memory it is one that says so, of which there is one for all and to which nothing is added.
w2n_trap *w2n_trap_create(uint32_t code);

// A trap of the code LINK that says "NAME: MESSAGE", with the name of a file or of the module.
w2n_trap *w2n_trap_of_file(const char *name, const char *message);
w2n_trap *w2n_trap_of_link(const w2n_module *module, const char *message);

// The same without a module.
w2n_trap *w2n_trap_of_setup(const char *message);

// A trap that ended a call into the store, with its message and frames.
w2n_trap *w2n_trap_describe(w2n_store *store, const struct w2n_trap_info *info);
// Adds the frames of a call into the store, further out than those it has.
void w2n_trap_add_frames(w2n_trap *trap, w2n_store *store, const struct w2n_backtrace *backtrace);

// Takes its exception from every trap that carries one of the store, which comes to its end.
void w2n_trap_forget_exceptions(struct w2n_library_store *library);

#endif // W2N_PLACEMENT_LIBRARY_TRAP_H
