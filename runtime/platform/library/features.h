//===- features.h - The CPU of a process that one is only a part of --------===//
//
// Implemented by features_<system>.c; CMake chooses.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_PLATFORM_LIBRARY_FEATURES_H
#define W2N_PLATFORM_LIBRARY_FEATURES_H

#include <stdint.h>

// The features of abi/cpu_features.def that this machine has.
uint64_t w2n_host_cpu_features(void);

#endif // W2N_PLATFORM_LIBRARY_FEATURES_H
