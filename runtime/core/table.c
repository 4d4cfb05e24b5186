//===- table.c - Making and growing tables ---------------------------------===//

#include "core/table.h"

#include "core/raise.h"
#include "platform/os.h"

static uint64_t bytes_of(uint64_t elements) {
  return (elements * sizeof(void *) + W2N_OS_GRANULE - 1) & -(uint64_t)W2N_OS_GRANULE;
}

static void set(w2n_table *table, uint64_t first, void *value, uint64_t count) {
  for (uint64_t i = first; i < first + count; ++i)
    table->elements[i] = value;
}

// Makes room for a number of elements, which is at most the table's maximum.
static int make_room(w2n_table *table, uint64_t size) {
  if (size <= table->capacity)
    return 1;
  // Growing by one again and again must not copy each time.
  uint64_t wanted = table->capacity * 2 > size ? table->capacity * 2 : size;
  uint64_t bytes = bytes_of(wanted);
  void *elements = table->elements
                       ? w2n_os_reallocate(table->elements, bytes_of(table->capacity), bytes)
                       : w2n_os_allocate(bytes);
  if (!elements)
    return 0;
  table->elements = elements;
  table->capacity = bytes / sizeof(void *);
  return 1;
}

int w2n_table_try_create(w2n_table *table, uint64_t minimum, uint64_t declared_maximum,
                         uint64_t element_type, uint64_t flags, void *value) {
  *table = (w2n_table){
      .maximum = declared_maximum < W2N_TABLE_MAXIMUM_ELEMENTS ? declared_maximum
                                                               : W2N_TABLE_MAXIMUM_ELEMENTS,
      .declared_maximum = declared_maximum,
      .element_type = element_type,
      .flags = flags,
  };
  if (minimum > table->maximum || !make_room(table, minimum))
    return 0;
  table->size = minimum;
  if (value)
    set(table, 0, value, minimum);
  return 1;
}

void w2n_table_create(w2n_table *table, uint64_t minimum, uint64_t declared_maximum,
                      uint64_t element_type, uint64_t flags, void *value) {
  if (!w2n_table_try_create(table, minimum, declared_maximum, element_type, flags, value))
    w2n_trap_by_code(W2N_TRAP_OUT_OF_MEMORY);
}

void w2n_table_destroy(w2n_table *table) {
  if (table->elements)
    w2n_os_release(table->elements, bytes_of(table->capacity));
  *table = (w2n_table){0};
}

uint64_t w2n_table_grow(w2n_table *table, uint64_t count, void *value) {
  const uint64_t old_size = table->size;
  if (count > table->maximum - old_size || !make_room(table, old_size + count))
    return UINT64_MAX;
  table->size = old_size + count;
  set(table, old_size, value, count);
  return old_size;
}
