//===- library_profile.c - The profile of a library ------------------------===//

#include "core/profile.h"
#include "platform/library/environment.h"

int __llvm_profile_runtime;

// When the process ends, or a dynamic library is unloaded.
__attribute__((destructor)) static void write_profile(void) {
  w2n_profile_write_as_asked(w2n_library_variable(W2N_PROFILE_FILE_VARIABLE));
}
