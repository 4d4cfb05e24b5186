//===- plugin.h - What the hosts of plugins in these tests share ------------===//

#ifndef TEST_EMBED_PLUGIN_H
#define TEST_EMBED_PLUGIN_H

#include "host.h"

// A module that must be openable.
static inline const w2n_module *open_module(const char *path, uint32_t flags) {
  const w2n_module *result;
  w2n_trap *trap = w2n_module_open(path, flags, &result);
  if (trap) {
    print_outcome("open", trap);
    exit(1);
  }
  return result;
}

// Calls an export that takes and gives an i32, and must not trap.
static inline int32_t call_i32(w2n_store *store, w2n_instance *instance, const char *name,
                               int32_t operand) {
  uint64_t values[1] = {(uint32_t)operand};
  w2n_trap *trap = w2n_call(store, export_of(instance, name).object.function, values);
  if (trap) {
    print_outcome(name, trap);
    exit(1);
  }
  return (int32_t)values[0];
}

// How many lines of a file of this process in /proc have a text in them.
static inline int count_lines(const char *path, const char *text) {
  char line[4096];
  int count = 0;
  FILE *file = fopen(path, "r");
  while (file && fgets(line, sizeof line, file))
    count += strstr(line, text) != NULL;
  if (file)
    fclose(file);
  return count;
}

#endif // TEST_EMBED_PLUGIN_H
