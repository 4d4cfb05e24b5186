//===- exceptions.h - Where exceptions live --------------------------------===//
//
// Exceptions are values that modules may keep: in locals, globals, tables, and in other
// exceptions, never in linear memory. They are never moved, and freed by mark and sweep
// once nothing refers to them. The stack is scanned word by word, and whatever looks
// like a pointer to an exception keeps it alive, so that compiled code owes nothing to
// the collector. A collection is due when as much has been allocated as the one before
// found alive or had to scan, so that its cost is a part of what the throws themselves
// cost, and a program that throws forever needs no more memory for it.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_CORE_EXCEPTIONS_H
#define W2N_CORE_EXCEPTIONS_H

#include "core/trap.h"

#include <stdint.h>

struct w2n_exception_run;

// An exception with what the runtime keeps in front of it.
struct w2n_exception_record {
  // In the list of a collection.
  struct w2n_exception_record *next_found;
  // That it takes up.
  uint32_t cells;
  // Where it was thrown.
  uint32_t frame_count;
  uintptr_t frames[W2N_BACKTRACE_INNERMOST];
  // Followed by its payload.
  w2n_exception exception;
};

// The exceptions of a store. All zero is one without any.
struct w2n_exception_heap {
  // Cells of one size, and what each of them is.
  char *cells;
  uint8_t *states;
  // Cells in use or free, in all; a collection is due when there would be more than limit.
  uint64_t count;
  uint64_t limit;
  // Runs of free cells, by address.
  struct w2n_exception_run *free;
  // Of the collection that is going on: exceptions found whose payload has not been
  // scanned, cells found alive, bytes scanned.
  struct w2n_exception_record *found;
  uint64_t alive;
  uint64_t scanned;
};

// An exception whose frames are the callers of the function with this frame pointer; null where
// too many are alive.
w2n_exception *w2n_exception_try_create(w2n_store *store, struct w2n_exception_heap *heap,
                                        const w2n_tag *tag, uintptr_t fp);

// Gives back the memory of all exceptions.
void w2n_exception_heap_destroy(struct w2n_exception_heap *heap);

// Keeps alive what the words from low (aligned to 8) to below high point to.
void w2n_exception_scan(struct w2n_exception_heap *heap, const void *low, const void *high);
// Keeps alive what a table of exceptions refers to; does nothing for any other table.
void w2n_exception_scan_table(struct w2n_exception_heap *heap, const w2n_table *table);

// The seam: each placement defines these.

// The exceptions of a store. Traps where the stack is too small to work on them.
struct w2n_exception_heap *w2n_exceptions_of(w2n_store *store);
// Scans all that may refer to an exception of the store: its state, and the stacks of the
// calls that are going on, the current one from its address here upwards. Gives 0 where
// not all of that can be found.
int w2n_exception_scan_roots(w2n_store *store, const void *here);

#endif // W2N_CORE_EXCEPTIONS_H
