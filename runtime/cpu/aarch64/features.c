//===- features.c - The features of an AArch64 machine ---------------------===//

#include "cpu/cpu.h"

// Compiled code uses the architecture's first version, so that nothing needs checking.
uint64_t w2n_cpu_features(void) { return 0; }
