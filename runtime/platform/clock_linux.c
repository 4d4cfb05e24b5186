//===- clock_linux.c - Clocks on Linux --------------------------------------===//

#include "platform/host.h"
#include "platform/linux/result.h"
#include "platform/linux/syscall.h"
#include "platform/linux/times.h"

static uint64_t nanoseconds_of(const struct w2n_timespec *time) {
  return (uint64_t)time->seconds * W2N_NANOSECONDS_PER_SECOND + (uint64_t)time->nanoseconds;
}

// The numbers of the clocks are those of WASI.
static int64_t read_clock(int64_t number, uint32_t clock, uint64_t *result) {
  struct w2n_timespec time;
  int64_t error = w2n_linux_result(w2n_syscall(number, clock, (uintptr_t)&time, 0, 0, 0, 0));
  if (error >= 0)
    *result = nanoseconds_of(&time);
  return error;
}

int64_t w2n_host_clock_time(uint32_t clock, uint64_t *result) {
  struct w2n_timespec time;
  if (w2n_linux_clock_gettime((int)clock, &time) != 0)
    return read_clock(W2N_SYS_clock_gettime, clock, result);
  *result = nanoseconds_of(&time);
  return 0;
}

int64_t w2n_host_clock_resolution(uint32_t clock, uint64_t *result) {
  return read_clock(W2N_SYS_clock_getres, clock, result);
}
