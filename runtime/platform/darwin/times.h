//===- times.h - Times and states of files as macOS takes and gives them ----===//

#ifndef W2N_PLATFORM_DARWIN_TIMES_H
#define W2N_PLATFORM_DARWIN_TIMES_H

#include "platform/darwin/libsystem.h"
#include "platform/host.h"

// Nanoseconds since 1970, before which WASI has no times, or of a duration.
static inline uint64_t w2n_nanoseconds_of(const struct timespec *time) {
  if (time->tv_sec < 0)
    return 0;
  return (uint64_t)time->tv_sec * W2N_NANOSECONDS_PER_SECOND + (uint64_t)time->tv_nsec;
}

static inline struct timespec w2n_timespec_of(uint64_t nanoseconds) {
  return (struct timespec){(int64_t)(nanoseconds / W2N_NANOSECONDS_PER_SECOND),
                           (int64_t)(nanoseconds % W2N_NANOSECONDS_PER_SECOND)};
}

// The argument of futimens(2) and utimensat(2).
void w2n_darwin_times(const w2n_host_times *times, struct timespec result[2]);

// What stat(2) gave, in the numbers of WASI.
w2n_wasi_filestat w2n_darwin_filestat(const struct stat *status);

#endif // W2N_PLATFORM_DARWIN_TIMES_H
