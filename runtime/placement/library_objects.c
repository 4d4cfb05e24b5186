//===- library_objects.c - Memories and tables, as the host uses them ------===//

#include "core/table.h"
#include "placement/library.h"

void *w2n_memory_base(const w2n_memory *memory) { return memory->base; }

uint64_t w2n_memory_size(const w2n_memory *memory) { return memory->size; }

uint64_t w2n_table_size(const w2n_table *table) { return table->size; }

int w2n_table_get(const w2n_table *table, uint64_t index, void **element) {
  if (index >= table->size)
    return 0;
  *element = table->elements[index];
  return 1;
}

static int may_hold(const w2n_table *table, void *element) {
  if (!element)
    return !(table->element_type & W2N_VALUE_NON_NULL);
  if ((table->element_type & ~(uint64_t)W2N_VALUE_NON_NULL) != W2N_VALUE_DEFINED)
    return table->element_type != W2N_VALUE_NULLEXNREF;
  const w2n_function *function = element;
  return (int)w2n_type_equal(table->defined_type, function->type);
}

int w2n_table_set(w2n_table *table, uint64_t index, void *element) {
  if (index >= table->size || !may_hold(table, element))
    return 0;
  table->elements[index] = element;
  return 1;
}
