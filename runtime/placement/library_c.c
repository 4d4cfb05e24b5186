//===- library_c.c - What headers of modules declare -----------------------===//
//
// Behind NAME_instantiate and NAME_free. What NAME_imports has is laid out as the imports are
// listed: a w2n_c_function for each function, a pointer for anything else.
//
//===----------------------------------------------------------------------===//

#include "placement/library.h"
#include "placement/library_trap.h"

// The next member of NAME_imports.
struct position {
  const char *next;
};

// Imports are asked for in the order of the members.
static int take_member(void *data, const w2n_import *import, w2n_extern *result) {
  struct position *position = data;
  result->kind = import->kind;
  if (!position->next)
    return 0;
  if (import->kind == W2N_EXTERN_FUNCTION) {
    result->c_function = *(const w2n_c_function *)position->next;
    position->next += sizeof(w2n_c_function);
    return result->c_function.function != 0;
  }
  // A global has no type of its own; the header says which it must be of.
  result->value_type = import->value_type;
  result->is_mutable = import->is_mutable;
  result->defined_type = import->type;
  void *object = *(void *const *)position->next;
  position->next += sizeof object;
  switch (import->kind) {
  case W2N_EXTERN_TABLE:
    result->object.table = object;
    break;
  case W2N_EXTERN_MEMORY:
    result->object.memory = object;
    break;
  case W2N_EXTERN_GLOBAL:
    result->object.global = object;
    break;
  default:
    result->object.tag = object;
  }
  return object != 0;
}

w2n_trap *w2n_instantiate_c(const w2n_module *module, const void *imports, const void *options,
                            w2n_instance **result) {
  *result = 0;
  w2n_store *store = options ? ((const w2n_options *)options)->store : 0;
  const int is_own = !store;
  if (is_own)
    store = w2n_store_new();
  if (!store)
    return w2n_trap_of_link(module, "the system has no memory for this instance");
  struct position position = {imports};
  w2n_trap *trap = w2n_instantiate(store, module, take_member, &position, options, result);
  if (is_own && trap)
    w2n_store_delete(store);
  else if (is_own)
    w2n_library_store(store)->owner = *result;
  return trap;
}

void w2n_instance_free(w2n_instance *instance) {
  if (instance && w2n_library_store(instance->store)->owner == instance)
    w2n_store_delete(instance->store);
}

w2n_store *w2n_instance_store(w2n_instance *instance) { return instance->store; }

const w2n_module *w2n_instance_module(const w2n_instance *instance) { return instance->module; }
