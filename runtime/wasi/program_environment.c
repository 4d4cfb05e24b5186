//===- program_environment.c - The environment of a program -----------------===//

#include "placement/capabilities.h"
#include "wasi/strings.h"

// Whether an entry NAME=value is of the variable that name begins with, be that another
// entry or the name alone.
static int is_variable(const char *entry, const char *name) {
  while (*entry == *name && *entry != '=' && *entry)
    ++entry, ++name;
  return *entry == '=' && (*name == '=' || !*name);
}

// A variable that the program was compiled with has that value and no other.
static int is_inherited(const char *entry) {
  int result = 0;
  const char *position = w2n_capabilities_begin();
  for (w2n_capability capability; w2n_capabilities_next(&position, &capability);) {
    switch (capability.kind) {
    case W2N_CAPABILITY_VARIABLE:
      if (is_variable(entry, capability.strings[0]))
        return 0;
      break;
    case W2N_CAPABILITY_INHERITED_VARIABLE:
      result |= is_variable(entry, capability.strings[0]);
      break;
    case W2N_CAPABILITY_WHOLE_ENVIRONMENT:
      result = 1;
      break;
    default:
      break;
    }
  }
  return result;
}

void w2n_add_environment(const w2n_wasi *wasi, w2n_string_writer *writer) {
  const char *position = w2n_capabilities_begin();
  for (w2n_capability capability; w2n_capabilities_next(&position, &capability);)
    if (capability.kind == W2N_CAPABILITY_VARIABLE)
      w2n_add_string(writer, capability.strings[0]);
  for (char **entry = wasi->environment; entry && *entry; ++entry)
    if (is_inherited(*entry))
      w2n_add_string(writer, *entry);
}
