//===- features_darwin.c - The CPU of a process on Apple's systems ---------===//

#include "platform/library/features.h"

#include "cpu/cpu.h"

uint64_t w2n_host_cpu_features(void) {
  // There is nothing behind an environment to read.
  char *environment[] = {0};
  return w2n_cpu_features(environment);
}
