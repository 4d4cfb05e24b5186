//===- host.h - What the hosts of these tests share -------------------------===//

#ifndef TEST_EMBED_HOST_H
#define TEST_EMBED_HOST_H

#include "w2n.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern const w2n_module w2n_module_app;

// Finds an export that must be there.
static inline w2n_extern export_of(w2n_instance *instance, const char *name) {
  w2n_extern result;
  if (!w2n_find_export(instance, name, strlen(name), &result)) {
    printf("no export %s\n", name);
    exit(1);
  }
  return result;
}

// Prints how a call, an instantiation or a host function ended.
static inline void print_status(const char *what, w2n_status status, const w2n_error *error) {
  if (status == W2N_OK) {
    printf("%s: ok\n", what);
    return;
  }
  static const char *const names[] = {"ok", "link error", "trap", "exception"};
  printf("%s: %s: %s\n", what, names[status], error->message);
  for (uint32_t i = 0; i < error->frame_count; ++i)
    printf("  in %s function %u '%s'\n", error->frames[i].module->name,
           error->frames[i].function_index, error->frames[i].function_name);
}

// Calls an export with two operands and prints the first result, or the trap.
static inline void call(w2n_store *store, w2n_instance *instance, const char *name, uint64_t a,
                        uint64_t b) {
  w2n_error error;
  uint64_t values[2] = {a, b};
  w2n_status status = w2n_call(store, export_of(instance, name).object.function, values, &error);
  if (status == W2N_OK)
    printf("%s: %d\n", name, (int)values[0]);
  else
    print_status(name, status, &error);
}

// An instance of a module that must be instantiable.
static inline w2n_instance *instance_of(w2n_store *store, const w2n_module *module,
                                        w2n_resolver resolve, void *data) {
  w2n_error error;
  w2n_instance *result;
  w2n_status status = w2n_instantiate(store, module, resolve, data, &result, &error);
  if (status != W2N_OK) {
    print_status("instance", status, &error);
    exit(1);
  }
  return result;
}

#endif // TEST_EMBED_HOST_H
