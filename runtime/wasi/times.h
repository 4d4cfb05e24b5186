//===- times.h - New times of files ----------------------------------------===//

#ifndef W2N_WASI_TIMES_H
#define W2N_WASI_TIMES_H

#include "platform/host.h"

// Whether the flags are known, and none asks for both a given time and the present one.
static inline int w2n_times_are_valid(const w2n_host_times *times) {
  const uint32_t accessed = W2N_WASI_FSTFLAGS_ATIM | W2N_WASI_FSTFLAGS_ATIM_NOW;
  const uint32_t modified = W2N_WASI_FSTFLAGS_MTIM | W2N_WASI_FSTFLAGS_MTIM_NOW;
  return !(times->flags & ~W2N_WASI_FSTFLAGS_ALL) && (times->flags & accessed) != accessed &&
         (times->flags & modified) != modified;
}

#endif // W2N_WASI_TIMES_H
