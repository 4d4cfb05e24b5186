//===- system_darwin.c - Random numbers, signals and clocks on macOS --------===//

#include "platform/darwin/libsystem.h"
#include "platform/darwin/result.h"
#include "platform/darwin/times.h"
#include "platform/host.h"

int64_t w2n_host_random(void *buffer, size_t size) {
  arc4random_buf(buffer, size);
  return 0;
}

int64_t w2n_host_yield(void) { return w2n_darwin_result(sched_yield()); }

int64_t w2n_host_raise(uint32_t signal) {
  int number;
  switch (signal) {
#define W2N_WASI_SIGNAL(NAME, WASI, LINUX, DARWIN)                                                 \
  case WASI:                                                                                       \
    number = DARWIN;                                                                               \
    break;
#include "wasi/signals.def"
  default:
    return -W2N_WASI_INVAL;
  }
  return number ? w2n_darwin_result(kill(getpid(), number)) : -W2N_WASI_NOTSUP;
}

void w2n_host_ignore_broken_pipes(void) {
  // SIG_IGN.
  const struct sigaction ignore = {.sa_handler = (void *)1};
  sigaction(SIGPIPE, &ignore, 0);
}

static int64_t read_clock(int (*function)(unsigned, struct timespec *), uint32_t clock,
                          uint64_t *result) {
  static const uint8_t clocks[W2N_WASI_CLOCK_COUNT] = {
      [W2N_WASI_CLOCK_REALTIME] = CLOCK_REALTIME,
      [W2N_WASI_CLOCK_MONOTONIC] = CLOCK_MONOTONIC,
      [W2N_WASI_CLOCK_PROCESS_CPUTIME] = CLOCK_PROCESS_CPUTIME_ID,
      [W2N_WASI_CLOCK_THREAD_CPUTIME] = CLOCK_THREAD_CPUTIME_ID,
  };
  struct timespec time;
  int64_t error = w2n_darwin_result(function(clocks[clock], &time));
  if (error >= 0)
    *result = w2n_nanoseconds_of(&time);
  return error;
}

int64_t w2n_host_clock_time(uint32_t clock, uint64_t *result) {
  return read_clock(clock_gettime, clock, result);
}

int64_t w2n_host_clock_resolution(uint32_t clock, uint64_t *result) {
  return read_clock(clock_getres, clock, result);
}
