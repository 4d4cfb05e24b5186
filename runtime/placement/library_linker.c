//===- library_linker.c - Names that imports are found by ------------------===//

#include "placement/library.h"

struct definition {
  struct definition *next;
  const char *module, *name;
  size_t module_length, name_length;
  w2n_extern value;
};

struct w2n_linker {
  w2n_store *store;
  // The last first, so that a later definition hides an earlier one.
  struct definition *definitions;
};

w2n_linker *w2n_linker_new(w2n_store *store) {
  w2n_linker *linker = w2n_store_allocate(store, sizeof *linker);
  if (linker)
    linker->store = store;
  return linker;
}

// A copy with a NUL behind it that lives as long as the store.
static const char *copy(w2n_store *store, const char *text, size_t length) {
  char *result = w2n_store_allocate(store, length + 1);
  if (result)
    __builtin_memcpy(result, text, length);
  return result;
}

int w2n_linker_define(w2n_linker *linker, const char *module, size_t module_length,
                      const char *name, size_t name_length, const w2n_extern *value) {
  struct definition *definition = w2n_store_allocate(linker->store, sizeof *definition);
  if (!definition)
    return 0;
  *definition = (struct definition){
      .next = linker->definitions,
      .module = copy(linker->store, module, module_length),
      .name = copy(linker->store, name, name_length),
      .module_length = module_length,
      .name_length = name_length,
      .value = *value,
  };
  if (!definition->module || !definition->name)
    return 0;
  linker->definitions = definition;
  return 1;
}

int w2n_linker_define_instance(w2n_linker *linker, const char *module, size_t module_length,
                               w2n_instance *instance) {
  const w2n_module *exporter = instance->module;
  for (uint64_t i = 0; i < exporter->export_count; ++i) {
    const w2n_export *export = &exporter->exports[i];
    w2n_extern value;
    if (!w2n_find_export(instance, export->name, export->name_length, &value) ||
        !w2n_linker_define(linker, module, module_length, export->name, export->name_length,
                           &value))
      return 0;
  }
  return 1;
}

int w2n_linker_resolve(void *linker, const w2n_import *import, w2n_extern *result) {
  const struct definition *definition = ((w2n_linker *)linker)->definitions;
  for (; definition; definition = definition->next)
    if (w2n_same_name(definition->module, definition->module_length, import->module,
                      import->module_length) &&
        w2n_same_name(definition->name, definition->name_length, import->name,
                      import->name_length)) {
      *result = definition->value;
      return 1;
    }
  return 0;
}
