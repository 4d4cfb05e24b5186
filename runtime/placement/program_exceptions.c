//===- program_exceptions.c - The exceptions of a program -----------------===//
//
// A file of its own, so that programs without exceptions link none of this.
//
//===----------------------------------------------------------------------===//

#include "core/exceptions.h"
#include "placement/program.h"

static struct w2n_exception_heap heap;

struct w2n_exception_heap *w2n_exceptions_of(w2n_store *store) {
  (void)store;
  return &heap;
}

int w2n_exception_scan_roots(w2n_store *store, const void *here) {
  (void)store;
  const w2n_program *program = &w2n_the_program;
  for (uint64_t i = 0; i < program->exception_global_count; ++i) {
    w2n_exception *const *global = program->exception_globals[i];
    w2n_exception_scan(&heap, global, global + 1);
  }
  for (uint64_t i = 0; i < program->exception_table_count; ++i)
    w2n_exception_scan_table(&heap, program->exception_tables[i]);
  w2n_exception_scan(&heap, here, (const void *)w2n_call_stack_end());
  return 1;
}
