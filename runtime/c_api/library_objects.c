//===- library_objects.c - Globals, tables and memories of wasm.h -----------===//

#include "c_api/objects.h"
#include "core/memory.h"

static char letter_of(uint32_t value_type) {
  switch (w2n_c_kind_of_value_type(value_type)) {
  case WASM_I32:
    return 'i';
  case WASM_I64:
    return 'I';
  case WASM_F32:
    return 'f';
  case WASM_F64:
    return 'F';
  case WASM_FUNCREF:
    return 'r';
  case WASM_EXTERNREF:
    return 'e';
  default:
    return 0;
  }
}

wasm_externkind_t wasm_extern_kind(const wasm_extern_t *object) {
  return (wasm_externkind_t)object->ref.kind;
}

wasm_externtype_t *wasm_extern_type(const wasm_extern_t *object) {
  const w2n_extern *value = &object->value;
  if (value->kind == W2N_EXTERN_FUNCTION)
    return (wasm_externtype_t *)wasm_func_type((const wasm_func_t *)object);
  struct w2n_c_declaration declaration = {
      .kind = value->kind, .value_type = value->value_type, .is_mutable = value->is_mutable};
  if (value->kind == W2N_EXTERN_TABLE) {
    const w2n_table *table = value->object.table;
    declaration.value_type = (uint32_t)table->element_type;
    declaration.minimum = table->size;
    declaration.maximum = table->declared_maximum;
  } else if (value->kind == W2N_EXTERN_MEMORY) {
    const w2n_memory *memory = value->object.memory;
    declaration.minimum = memory->size / w2n_page_size(memory->flags);
    declaration.maximum = memory->declared_maximum;
  }
  return w2n_c_type_of(&declaration);
}

wasm_global_t *wasm_global_new(wasm_store_t *store, const wasm_globaltype_t *type,
                               const wasm_val_t *value) {
  uint64_t slot;
  w2n_extern made = {.kind = W2N_EXTERN_GLOBAL,
                     .value_type = w2n_c_value_type_of_kind(type->content->kind),
                     .is_mutable = type->mutability == WASM_VAR};
  if (!made.value_type || !w2n_c_to_slot(value, letter_of(made.value_type), &slot))
    return 0;
  made.object.global = w2n_global_new(store->store, slot);
  return made.object.global ? (wasm_global_t *)w2n_c_extern_of(store, &made) : 0;
}

wasm_globaltype_t *wasm_global_type(const wasm_global_t *global) {
  return (wasm_globaltype_t *)wasm_extern_type(&global->base);
}

void wasm_global_get(const wasm_global_t *global, wasm_val_t *out) {
  const w2n_extern *value = &global->base.value;
  w2n_c_from_slot(global->base.ref.store, letter_of(value->value_type), value->object.global->low,
                  out);
}

void wasm_global_set(wasm_global_t *global, const wasm_val_t *value) {
  const w2n_extern *set = &global->base.value;
  uint64_t slot;
  if (!set->is_mutable || !w2n_c_to_slot(value, letter_of(set->value_type), &slot))
    return;
  // What may not be null, and what must be a function of one type.
  const int is_plain = set->value_type < W2N_VALUE_NON_NULL && set->value_type != W2N_VALUE_DEFINED;
  const w2n_function *function = (const w2n_function *)(uintptr_t)slot;
  if (!is_plain &&
      (!slot || (set->defined_type && !w2n_type_equal(function->type, set->defined_type))))
    return;
  set->object.global->low = slot;
}

static uint64_t maximum_of(const wasm_limits_t *limits) {
  return limits->max == wasm_limits_max_default ? UINT64_MAX : limits->max;
}

wasm_table_t *wasm_table_new(wasm_store_t *store, const wasm_tabletype_t *type, wasm_ref_t *init) {
  void *element;
  const uint32_t element_type = w2n_c_value_type_of_kind(type->element->kind);
  if (!element_type || !w2n_c_to_element(init, letter_of(element_type), &element))
    return 0;
  const wasm_limits_t *limits = &type->limits;
  const w2n_extern made = {.kind = W2N_EXTERN_TABLE,
                           .object.table = w2n_table_new(store->store, element_type, limits->min,
                                                         maximum_of(limits), 0)};
  if (!made.object.table)
    return 0;
  for (uint64_t i = 0; element && i < limits->min; ++i)
    w2n_table_set(made.object.table, i, element);
  return (wasm_table_t *)w2n_c_extern_of(store, &made);
}

static w2n_table *table_of(const wasm_table_t *table) { return table->base.value.object.table; }

static char element_letter(const wasm_table_t *table) {
  return letter_of((uint32_t)table_of(table)->element_type);
}

wasm_tabletype_t *wasm_table_type(const wasm_table_t *table) {
  return (wasm_tabletype_t *)wasm_extern_type(&table->base);
}

wasm_ref_t *wasm_table_get(const wasm_table_t *table, wasm_table_size_t index) {
  void *element;
  wasm_val_t value;
  const char letter = element_letter(table);
  if (!letter || !w2n_table_get(table_of(table), index, &element))
    return 0;
  w2n_c_from_slot(table->base.ref.store, letter, (uintptr_t)element, &value);
  return value.of.ref;
}

bool wasm_table_set(wasm_table_t *table, wasm_table_size_t index, wasm_ref_t *ref) {
  void *element;
  return w2n_c_to_element(ref, element_letter(table), &element) &&
         w2n_table_set(table_of(table), index, element);
}

wasm_table_size_t wasm_table_size(const wasm_table_t *table) {
  const uint64_t size = w2n_table_size(table_of(table));
  return size < UINT32_MAX ? (wasm_table_size_t)size : UINT32_MAX;
}

bool wasm_table_grow(wasm_table_t *table, wasm_table_size_t delta, wasm_ref_t *init) {
  void *element;
  w2n_table *grown = table_of(table);
  if (!w2n_c_to_element(init, element_letter(table), &element))
    return false;
  const uint64_t size = w2n_table_grow(grown, delta, 0);
  if (size == UINT64_MAX)
    return false;
  for (uint64_t i = 0; element && i < delta; ++i)
    w2n_table_set(grown, size + i, element);
  return true;
}

wasm_memory_t *wasm_memory_new(wasm_store_t *store, const wasm_memorytype_t *type) {
  const uint64_t minimum = type->limits.min;
  const uint64_t maximum = maximum_of(&type->limits);
  w2n_extern made = {.kind = W2N_EXTERN_MEMORY};
  // What every module can import; without the address space for it, those with explicit bounds.
  made.object.memory = w2n_memory_new(store->store, minimum, maximum, W2N_MEMORY_GUARDED);
  if (!made.object.memory)
    made.object.memory = w2n_memory_new(store->store, minimum, maximum, 0);
  return made.object.memory ? (wasm_memory_t *)w2n_c_extern_of(store, &made) : 0;
}

static w2n_memory *memory_of(const wasm_memory_t *memory) {
  return memory->base.value.object.memory;
}

wasm_memorytype_t *wasm_memory_type(const wasm_memory_t *memory) {
  return (wasm_memorytype_t *)wasm_extern_type(&memory->base);
}

byte_t *wasm_memory_data(wasm_memory_t *memory) { return w2n_memory_base(memory_of(memory)); }

size_t wasm_memory_data_size(const wasm_memory_t *memory) {
  return w2n_memory_size(memory_of(memory));
}

wasm_memory_pages_t wasm_memory_size(const wasm_memory_t *memory) {
  const uint64_t pages =
      w2n_memory_size(memory_of(memory)) / w2n_page_size(memory_of(memory)->flags);
  return pages < UINT32_MAX ? (wasm_memory_pages_t)pages : UINT32_MAX;
}

bool wasm_memory_grow(wasm_memory_t *memory, wasm_memory_pages_t delta) {
  return w2n_memory_grow(memory_of(memory), delta) != UINT64_MAX;
}
