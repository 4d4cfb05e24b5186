//===- cpu_level.h - Which of a module's CPU levels a machine takes --------===//

#ifndef W2N_CORE_CPU_LEVEL_H
#define W2N_CORE_CPU_LEVEL_H

#include "abi/constants.h"

#include <stdint.h>

// The arguments of w2n_choose_cpu_level(), and the features of the machine. Each level has the
// features of those before it.
static inline void w2n_write_cpu_level(uint32_t *level, const uint64_t *features, uint64_t count,
                                       uint64_t machine) {
  uint32_t highest = 0;
  while (highest < count && !(features[highest] & ~machine))
    ++highest;
  // Threads that instantiate a module at the same time write the same.
  __atomic_store_n(level, highest, __ATOMIC_RELAXED);
}

static inline int w2n_is_cpu_level_chosen(const uint32_t *level) {
  return __atomic_load_n(level, __ATOMIC_RELAXED) != W2N_CPU_LEVEL_NOT_CHOSEN;
}

#endif // W2N_CORE_CPU_LEVEL_H
