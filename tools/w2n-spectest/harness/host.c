//===- host.c - The host module "spectest" ----------------------------------===//
//
// Its items are made when they are first imported and live as long as the store, so
// that all modules of a script share them.
//
//===----------------------------------------------------------------------===//

#include "harness.h"

static w2n_trap *do_nothing(void *data, uint64_t *values) {
  (void)data;
  (void)values;
  return 0;
}

struct named_function {
  const char *name;
  w2n_host_definition definition;
};

static const struct named_function functions[] = {
    {"print", {":", do_nothing, 0}},           {"print_i32", {"i:", do_nothing, 0}},
    {"print_i64", {"I:", do_nothing, 0}},      {"print_f32", {"f:", do_nothing, 0}},
    {"print_f64", {"F:", do_nothing, 0}},      {"print_i32_f32", {"if:", do_nothing, 0}},
    {"print_f64_f64", {"FF:", do_nothing, 0}},
};

struct named_global {
  const char *name;
  uint32_t type;
  uint64_t bits;
};

static const struct named_global globals[] = {
    {"global_i32", W2N_VALUE_I32, 666},
    {"global_i64", W2N_VALUE_I64, 666},
    {"global_f32", W2N_VALUE_F32, 0x4426A666},         // 666.6
    {"global_f64", W2N_VALUE_F64, 0x4084D4CCCCCCCCCD}, // 666.6
};

enum {
  FUNCTION_COUNT = sizeof(functions) / sizeof(functions[0]),
  GLOBAL_COUNT = sizeof(globals) / sizeof(globals[0]),
};

static w2n_global *made_globals[GLOBAL_COUNT];
static w2n_table *made_table;
static w2n_table *made_table64;
static w2n_memory *made_memory;

static int find_global(w2n_store *store, struct text name, w2n_extern *result) {
  for (size_t i = 0; i < GLOBAL_COUNT; ++i) {
    if (!same_text(name, c_text(globals[i].name)))
      continue;
    if (!made_globals[i])
      made_globals[i] = w2n_global_new(store, globals[i].bits);
    result->kind = W2N_EXTERN_GLOBAL;
    result->value_type = globals[i].type;
    result->object.global = made_globals[i];
    return made_globals[i] != 0;
  }
  return 0;
}

static int find_table(w2n_store *store, w2n_table **made, uint64_t flags, w2n_extern *result) {
  if (!*made)
    *made = w2n_table_new(store, W2N_VALUE_FUNCREF, 10, 20, flags);
  result->kind = W2N_EXTERN_TABLE;
  result->object.table = *made;
  return *made != 0;
}

int find_spectest_item(w2n_store *store, struct text name, w2n_extern *result) {
  for (size_t i = 0; i < FUNCTION_COUNT; ++i) {
    if (same_text(name, c_text(functions[i].name))) {
      result->kind = W2N_EXTERN_FUNCTION;
      result->host = &functions[i].definition;
      return 1;
    }
  }
  if (same_text(name, c_text("table")))
    return find_table(store, &made_table, 0, result);
  if (same_text(name, c_text("table64")))
    return find_table(store, &made_table64, W2N_TABLE_64BIT, result);
  if (same_text(name, c_text("memory"))) {
    if (!made_memory)
      made_memory = w2n_memory_new(store, 1, 2, spectest_is_guarded ? W2N_MEMORY_GUARDED : 0);
    result->kind = W2N_EXTERN_MEMORY;
    result->object.memory = made_memory;
    return made_memory != 0;
  }
  return find_global(store, name, result);
}
