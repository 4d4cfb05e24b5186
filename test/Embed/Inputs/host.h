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

// Prints how a call or an instantiation ended, and frees the trap.
static inline void print_outcome(const char *what, w2n_trap *trap) {
  if (!trap) {
    printf("%s: ok\n", what);
    return;
  }
  const char *kind = w2n_trap_code(trap) == W2N_TRAP_LINK ? "link error"
                     : w2n_trap_exception(trap)           ? "exception"
                                                          : "trap";
  printf("%s: %s: %s\n", what, kind, w2n_trap_message(trap));
  for (size_t i = 0; i < w2n_trap_frame_count(trap); ++i) {
    const w2n_frame *frame = w2n_trap_frame(trap, i);
    printf("  in %s function %u '%s'\n", frame->module->name, frame->function_index,
           frame->function_name);
  }
  w2n_trap_free(trap);
}

// Calls an export with two operands and prints the first result, or the trap.
static inline void call(w2n_store *store, w2n_instance *instance, const char *name, uint64_t a,
                        uint64_t b) {
  uint64_t values[2] = {a, b};
  w2n_trap *trap = w2n_call(store, export_of(instance, name).object.function, values);
  if (!trap)
    printf("%s: %d\n", name, (int)values[0]);
  else
    print_outcome(name, trap);
}

// An instance of a module that must be instantiable.
static inline w2n_instance *instance_of(w2n_store *store, const w2n_module *module,
                                        w2n_resolver resolve, void *data) {
  w2n_instance *result;
  w2n_trap *trap = w2n_instantiate(store, module, resolve, data, NULL, &result);
  if (trap) {
    print_outcome("instance", trap);
    exit(1);
  }
  return result;
}

#endif // TEST_EMBED_HOST_H
