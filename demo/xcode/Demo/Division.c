//===- Division.c - The module for Swift -----------------------------------===//

#include "Division.h"

// Made of numbers.wat by the build rule.
#include "numbers.h"

#include <stdio.h>
#include <string.h>

static w2n_trap *divide(w2n_store *store, uint64_t *values) {
  w2n_instance *instance;
  w2n_extern function;
  w2n_trap *trap = w2n_instantiate(store, &w2n_module_numbers, NULL, NULL, NULL, &instance);
  if (trap)
    return trap;
  w2n_find_export(instance, "divide", strlen("divide"), &function);
  return w2n_call(store, function.object.function, values);
}

bool numbers_try_divide(int32_t a, int32_t b, int32_t *quotient, char *message, size_t size) {
  w2n_store *store = w2n_store_new();
  if (!store) {
    snprintf(message, size, "no memory");
    return false;
  }
  uint64_t values[2] = {(uint32_t)a, (uint32_t)b};
  w2n_trap *trap = divide(store, values);
  if (trap)
    snprintf(message, size, "%s", w2n_trap_message(trap));
  else
    *quotient = (int32_t)values[0];
  const bool done = !trap;
  w2n_trap_free(trap);
  w2n_store_delete(store);
  return done;
}
