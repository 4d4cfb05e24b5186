//===- library_instances.c - Instances of wasm.h ----------------------------===//

#include "c_api/objects.h"

// The imports that are still to be asked for, in the order of the module's.
struct imports {
  const wasm_extern_vec_t *vec;
  size_t next;
};

static int take_import(void *data, const w2n_import *import, w2n_extern *result) {
  struct imports *imports = data;
  // Tags are none of the imports of this API.
  if (import->kind == W2N_EXTERN_TAG || !imports->vec || imports->next >= imports->vec->size)
    return 0;
  wasm_extern_t *object = imports->vec->data[imports->next++];
  if (!object)
    return 0;
  *result = object->value;
  if (object->ref.kind != W2N_C_FUNC || import->kind != W2N_EXTERN_FUNCTION)
    return 1;
  wasm_func_t *func = (wasm_func_t *)object;
  const w2n_type *type = import->type;
  const char *a = func->signature;
  const char *b = type->signature;
  while (*a && *a == *b)
    ++a, ++b;
  // The caller compares the texts, where that is of the host.
  if (*a != *b && func->own_signature)
    result->host = &func->definition;
  else
    result->object.function = w2n_c_function_for(func, type);
  return result->host || result->object.function;
}

// Why there are instances that nobody has, for backtraces: those whose start function trapped.
wasm_instance_t *wasm_instance_new(wasm_store_t *store, const wasm_module_t *module,
                                   const wasm_extern_vec_t *imports, wasm_trap_t **trap) {
  if (trap)
    *trap = 0;
  wasm_instance_t *instance = w2n_c_new(store, W2N_C_INSTANCE, sizeof(*instance));
  if (!instance)
    return 0;
  w2n_c_code_retain(module->code);
  instance->code = module->code;
  instance->next = store->instances;
  store->instances = instance;
  w2n_c_keep(&instance->ref);
  struct imports source = {imports, 0};
  w2n_trap *problem = w2n_instantiate(store->store, module->code->module, take_import, &source, 0,
                                      &instance->instance);
  if (!problem)
    return instance;
  if (trap)
    *trap = w2n_c_trap_of(store, problem);
  else
    w2n_trap_free(problem);
  wasm_instance_delete(instance);
  return 0;
}

void wasm_instance_exports(const wasm_instance_t *instance, wasm_extern_vec_t *out) {
  const w2n_module *module = instance->code->module;
  wasm_extern_vec_new_uninitialized(out, module->export_count);
  size_t count = 0;
  for (size_t i = 0; i < out->size; ++i) {
    const w2n_export *export = &module->exports[i];
    w2n_extern value;
    if (!w2n_find_export(instance->instance, export->name, export->name_length, &value))
      continue;
    wasm_extern_t *object = w2n_c_extern_of(instance->ref.store, &value);
    if (object)
      out->data[count++] = object;
  }
  out->size = count;
}
