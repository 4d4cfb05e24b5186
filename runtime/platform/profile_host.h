//===- profile_host.h - What profiles need of a system ---------------------===//
//
// Implemented by profile_<system>.c; CMake chooses.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_PLATFORM_PROFILE_HOST_H
#define W2N_PLATFORM_PROFILE_HOST_H

#include <stdint.h>

// An empty file to write to, at a path that may be that of one. Gives its descriptor, or a negated
// W2N_WASI_* error.
int64_t w2n_profile_create(const char *path);

// The number of this process.
uint64_t w2n_profile_process(void);

#endif // W2N_PLATFORM_PROFILE_HOST_H
