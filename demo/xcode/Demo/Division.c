//===- Division.c - The module for Swift -----------------------------------===//

#include "Division.h"

// Made of numbers.wat by the build rule.
#include "numbers.h"

#include <stdio.h>

bool divide(int32_t a, int32_t b, int32_t *quotient, char *message, size_t size) {
  numbers *instance;
  w2n_trap *trap = numbers_instantiate(NULL, NULL, &instance);
  if (!trap)
    trap = numbers_try_divide(instance, a, b, quotient);
  if (trap)
    snprintf(message, size, "%s", w2n_trap_message(trap));
  const bool done = !trap;
  w2n_trap_free(trap);
  numbers_free(instance);
  return done;
}
