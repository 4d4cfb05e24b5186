//===- library_instance.c - Instantiation and exports ----------------------===//

#include "placement/library.h"
#include "placement/library_trap.h"
#include "platform/os.h"
#include "wasi/wasi.h"

static void *at(w2n_instance *instance, uint64_t offset) { return (char *)instance + offset; }

int w2n_same_name(const char *a, uint64_t a_length, const char *b, uint64_t b_length) {
  if (a_length != b_length)
    return 0;
  for (uint64_t i = 0; i < a_length; ++i)
    if (a[i] != b[i])
      return 0;
  return 1;
}

// "PROBLEM MODULE.NAME".
static void begin_import_message(struct w2n_message *message, const char *problem,
                                 const w2n_import *import) {
  w2n_message_append(message, problem);
  w2n_message_append_bytes(message, import->module, import->module_length);
  w2n_message_append(message, ".");
  w2n_message_append_bytes(message, import->name, import->name_length);
}

// Where imports are looked for.
struct import_source {
  w2n_resolver resolve;
  void *data;
  w2n_wasi *wasi;
};

// Asks the host first, and then the WASI that it gives.
static int find_import(const struct import_source *source, w2n_instance *instance,
                       const w2n_import *import, w2n_extern *result) {
  *result = (w2n_extern){0};
  if (source->resolve && source->resolve(source->data, import, result))
    return 1;
  *result = (w2n_extern){0};
  return source->wasi && source->wasi->resolve(source->wasi, instance, import, result);
}

static w2n_trap *link_imports(w2n_instance *instance, const struct import_source *source) {
  const w2n_module *module = instance->module;
  for (uint64_t i = 0; i < module->import_count; ++i) {
    const w2n_import *import = &module->imports[i];
    w2n_extern found;
    struct w2n_message message = {0};
    if (!find_import(source, instance, import, &found)) {
      begin_import_message(&message, "unknown import ", import);
      return w2n_trap_of_link(module, message.text);
    }
    begin_import_message(&message, "incompatible import type for ", import);
    w2n_message_append(&message, ": ");
    if (!w2n_link_import(instance, import, &found, &message))
      return w2n_trap_of_link(module, message.text);
  }
  return 0;
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

static void initialize(void *argument) {
  w2n_instance *instance = argument;
  instance->module->initialize(instance);
}

// Once for all instances: a handler that the host has installed since and that passes faults on
// to this one must not be passed them back.
static int install_fault_handler(void) {
  static char lock, is_installed;
  while (__atomic_test_and_set(&lock, __ATOMIC_ACQUIRE))
    ;
  if (!is_installed)
    is_installed = (char)w2n_os_install_fault_handler();
  const int result = is_installed;
  __atomic_clear(&lock, __ATOMIC_RELEASE);
  return result;
}

// Gives the instance what does not depend on the order of its initialization.
static void apply_options(w2n_instance *instance, const w2n_options *options) {
  const w2n_module *module = instance->module;
  w2n_memory *memories = at(instance, module->memory_offset);
  for (uint64_t i = 0; i < module->memory_count; ++i)
    memories[i].limit = options->memory_limit;
  if (options->stack_limit)
    w2n_library_store(instance->store)->stack_limit = options->stack_limit;
}

// Why a store cannot have an instance of a module with these options; null where it can.
static const char *problem_of(w2n_store *store, const w2n_module *module,
                              const w2n_options *options) {
  if (options->store && options->store != store)
    return "the options name another store";
  if (module->link && module->link->calls->trap_by_code != w2n_trap_by_code)
    return "its library uses another runtime; open it with w2n_module_open()";
  const int is_guarded =
      (module->flags & W2N_MODULE_GUARDED) || w2n_library_store(store)->is_guarded;
  if (is_guarded && (options->stack_limit || w2n_library_store(store)->stack_limit))
    return "a limit of the stack takes code compiled with --bounds=explicit";
  return 0;
}

w2n_trap *w2n_instantiate(w2n_store *store, const w2n_module *module, w2n_resolver resolve,
                          void *data, const w2n_options *options, w2n_instance **result) {
  static const w2n_options defaults;
  *result = 0;
  if (!options)
    options = &defaults;
  if (module->abi_version != W2N_ABI_VERSION)
    return w2n_trap_of_link(module, "compiled for another version of the runtime");
  const char *problem = problem_of(store, module, options);
  if (problem)
    return w2n_trap_of_link(module, problem);
  if (module->flags & W2N_MODULE_GUARDED) {
    if (!install_fault_handler())
      return w2n_trap_of_link(module, "the system refused a handler for memory faults");
    w2n_library_store(store)->is_guarded = 1;
  }
  struct w2n_instance_record *record = w2n_store_allocate(
      store, offsetof(struct w2n_instance_record, instance) + module->instance_size);
  if (!record || !w2n_store_use_module(store, module))
    return w2n_trap_of_link(module, "the system has no memory for this instance");

  w2n_instance *instance = &record->instance;
  instance->module = module;
  instance->store = store;
  apply_options(instance, options);
  const struct import_source source = {resolve, data, options->wasi};
  w2n_trap *trap = link_imports(instance, &source);
  if (trap)
    return trap;
  make_function_records(instance);
  record->next = w2n_library_store(store)->instances;
  w2n_library_store(store)->instances = record;

  trap = w2n_run(store, initialize, instance);
  if (!trap)
    *result = instance;
  return trap;
}

int w2n_find_export(w2n_instance *instance, const char *name, size_t length, w2n_extern *result) {
  const w2n_module *module = instance->module;
  for (uint64_t i = 0; i < module->export_count; ++i) {
    const w2n_export *export = &module->exports[i];
    if (!w2n_same_name(export->name, export->name_length, name, length))
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
