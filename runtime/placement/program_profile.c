//===- program_profile.c - The profile of a program ------------------------===//

#include "core/profile.h"
#include "placement/program.h"

int __llvm_profile_runtime;

void w2n_write_profile(void) {
  const char *file = 0;
  for (char **entry = w2n_program_command_line.envp; *entry && !file; ++entry)
    file = w2n_profile_variable_value(*entry, W2N_PROFILE_FILE_VARIABLE);
  w2n_profile_write_as_asked(file);
}
