//===- environment_darwin.c - The environment of a process on Apple's systems ===//

#include "core/profile.h"
#include "platform/library/environment.h"

static char **environment;

// dyld gives it to every constructor.
__attribute__((constructor)) static void start(int argc, char **argv, char **envp) {
  (void)argc, (void)argv;
  environment = envp;
}

const char *w2n_library_variable(const char *name) {
  const char *value = 0;
  for (char **entry = environment; entry && *entry && !value; ++entry)
    value = w2n_profile_variable_value(*entry, name);
  return value;
}
