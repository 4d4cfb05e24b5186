//===- times.h - Times as Linux takes and gives them ------------------------===//

#ifndef W2N_PLATFORM_LINUX_TIMES_H
#define W2N_PLATFORM_LINUX_TIMES_H

#include "platform/host.h"

// struct timespec of 64-bit systems.
struct w2n_timespec {
  int64_t seconds;
  int64_t nanoseconds;
};

static inline struct w2n_timespec w2n_timespec_of(uint64_t nanoseconds) {
  return (struct w2n_timespec){(int64_t)(nanoseconds / W2N_NANOSECONDS_PER_SECOND),
                               (int64_t)(nanoseconds % W2N_NANOSECONDS_PER_SECOND)};
}

// clock_gettime(2), mostly without a system call; not 0 where the system call has to be made.
// Each placement defines it.
int w2n_linux_clock_gettime(int clock, struct w2n_timespec *time);

// utimensat(2), never following name; a null name means the descriptor itself.
int64_t w2n_linux_set_times(int fd, const char *name, const w2n_host_times *times);

#endif // W2N_PLATFORM_LINUX_TIMES_H
