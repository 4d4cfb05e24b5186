//===- library_instance.c - Instantiation and exports ----------------------===//

#include "placement/library.h"
#include "platform/os.h"

static void *at(w2n_instance *instance, uint64_t offset) { return (char *)instance + offset; }

static int same_name(const char *a, uint64_t a_length, const char *b, uint64_t b_length) {
  if (a_length != b_length)
    return 0;
  for (uint64_t i = 0; i < a_length; ++i)
    if (a[i] != b[i])
      return 0;
  return 1;
}

static void begin_message(w2n_error *error, const w2n_module *module) {
  w2n_error_append(error, module->name);
  w2n_error_append(error, ": ");
}

// Begins "MODULE: incompatible import type for MODULE.NAME: ".
static void begin_import_message(w2n_error *error, const w2n_module *module, const char *problem,
                                 const w2n_import *import) {
  begin_message(error, module);
  w2n_error_append(error, problem);
  w2n_error_append_bytes(error, import->module, import->module_length);
  w2n_error_append(error, ".");
  w2n_error_append_bytes(error, import->name, import->name_length);
}

static w2n_status link_imports(w2n_instance *instance, w2n_resolver resolve, void *data,
                               w2n_error *error) {
  const w2n_module *module = instance->module;
  for (uint64_t i = 0; i < module->import_count; ++i) {
    const w2n_import *import = &module->imports[i];
    w2n_extern found = {0};
    if (!resolve || !resolve(data, import, &found)) {
      begin_import_message(error, module, "unknown import ", import);
      return W2N_LINK_ERROR;
    }
    begin_import_message(error, module, "incompatible import type for ", import);
    w2n_error_append(error, ": ");
    if (w2n_link_import(instance, import, &found, error) != W2N_OK)
      return W2N_LINK_ERROR;
    w2n_error_clear(error);
  }
  return W2N_OK;
}

static void make_function_records(w2n_instance *instance) {
  const w2n_module *module = instance->module;
  w2n_function *functions = at(instance, module->function_offset);
  for (uint64_t i = 0; i < module->function_count; ++i) {
    functions[i].code = module->functions[i].code;
    functions[i].instance = instance;
    functions[i].type = module->functions[i].type;
  }
}

static void initialize(void *instance) { ((w2n_instance *)instance)->module->initialize(instance); }

static w2n_status fail(w2n_error *error, const w2n_module *module, const char *problem) {
  begin_message(error, module);
  w2n_error_append(error, problem);
  return W2N_LINK_ERROR;
}

w2n_status w2n_instantiate(w2n_store *store, const w2n_module *module, w2n_resolver resolve,
                           void *data, w2n_instance **result, w2n_error *error) {
  *result = 0;
  w2n_error_clear(error);
  if (module->abi_version != W2N_ABI_VERSION)
    return fail(error, module, "compiled for another version of the runtime");
  if (module->flags & W2N_MODULE_GUARDED) {
    if (!w2n_os_install_fault_handler())
      return fail(error, module, "the system refused a handler for memory faults");
    w2n_library_store(store)->is_guarded = 1;
  }
  struct w2n_instance_record *record = w2n_store_allocate(
      store, offsetof(struct w2n_instance_record, instance) + module->instance_size);
  if (!record)
    return fail(error, module, "the system has no memory for this instance");

  w2n_instance *instance = &record->instance;
  instance->module = module;
  instance->store = store;
  struct w2n_library_store *library = w2n_library_store(store);
  w2n_instance *outer = library->linked_instance;
  library->linked_instance = instance;
  const w2n_status linked = link_imports(instance, resolve, data, error);
  library->linked_instance = outer;
  if (linked != W2N_OK)
    return linked;
  make_function_records(instance);
  record->next = w2n_library_store(store)->instances;
  w2n_library_store(store)->instances = record;

  w2n_status status = w2n_run(store, initialize, instance, error);
  if (status == W2N_OK)
    *result = instance;
  return status;
}

int w2n_find_export(w2n_instance *instance, const char *name, size_t length, w2n_extern *result) {
  const w2n_module *module = instance->module;
  for (uint64_t i = 0; i < module->export_count; ++i) {
    const w2n_export *export = &module->exports[i];
    if (!same_name(export->name, export->name_length, name, length))
      continue;
    void *object = at(instance, export->offset);
    if (export->is_indirect)
      object = *(void **)object;
    *result = (w2n_extern){.kind = export->kind};
    result->value_type = export->value_type;
    result->defined_type = export->type;
    result->is_mutable = export->is_mutable;
    switch (export->kind) {
    case W2N_EXTERN_FUNCTION:
      result->object.function = object;
      return 1;
    case W2N_EXTERN_TABLE:
      result->object.table = object;
      return 1;
    case W2N_EXTERN_MEMORY:
      result->object.memory = object;
      return 1;
    case W2N_EXTERN_GLOBAL:
      result->object.global = object;
      return 1;
    case W2N_EXTERN_TAG:
      result->object.tag = object;
      return 1;
    default:
      return 0;
    }
  }
  return 0;
}
