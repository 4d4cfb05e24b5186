//===- bulk_table.c - table.fill, table.copy, table.init -------------------===//
//
// Core spec, 4.4.6: everything is checked before the first element is written.
//
//===----------------------------------------------------------------------===//

#include "core/memory.h"

static void check(uint64_t first, uint64_t count, uint64_t size) {
  if (!w2n_in_range(first, count, size))
    w2n_trap_by_code(W2N_TRAP_TABLE_OUT_OF_BOUNDS);
}

void w2n_table_fill(w2n_table *table, uint64_t first, void *value, uint64_t count) {
  check(first, count, table->size);
  for (uint64_t i = first; i < first + count; ++i)
    table->elements[i] = value;
}

void w2n_table_copy(w2n_table *to, w2n_table *from, uint64_t destination, uint64_t source,
                    uint64_t count) {
  check(source, count, from->size);
  check(destination, count, to->size);
  __builtin_memmove(to->elements + destination, from->elements + source, count * sizeof(void *));
}

void w2n_table_init(w2n_table *table, w2n_elements *segment, uint64_t destination, uint64_t source,
                    uint64_t count) {
  check(source, count, segment->size);
  check(destination, count, table->size);
  __builtin_memcpy(table->elements + destination, segment->references + source,
                   count * sizeof(void *));
}
