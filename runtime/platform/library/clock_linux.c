//===- library_clock_linux.c - The time without a system call, in hosts -----===//

#include "platform/linux/times.h"

// Of the C library that the host is linked with: it has found the kernel's.
int clock_gettime(int clock, struct w2n_timespec *time) __attribute__((weak));

int w2n_linux_clock_gettime(int clock, struct w2n_timespec *time) {
  return clock_gettime ? clock_gettime(clock, time) : -1;
}
