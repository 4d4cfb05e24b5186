//===- library_cpu_level.c - The CPU level of a library's modules ----------===//

#include "abi/abi.h"
#include "core/cpu_level.h"
#include "platform/library/features.h"

// Called for each instance; asking the CPU may take microseconds in a virtual machine.
void w2n_choose_cpu_level(uint32_t *level, const uint64_t *features, uint64_t count) {
  if (!w2n_is_cpu_level_chosen(level))
    w2n_write_cpu_level(level, features, count, w2n_host_cpu_features());
}
