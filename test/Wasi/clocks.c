// Clocks tell the time, sleeping takes it, and an unknown clock is an error.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: wasm2native %t.wasm -o %t
// RUN: env PROGRAM=%t bash -c '%run $PROGRAM $(date +%%s)'
#include "check.h"
#include <time.h>

static __wasi_timestamp_t now(__wasi_clockid_t Clock) {
  __wasi_timestamp_t Time;
  CHECK(__wasi_clock_time_get(Clock, 1, &Time), 0);
  return Time;
}

int main(int Count, char **Arguments) {
  CHECK(Count, 2);
  for (int Clock = 0; Clock < 4; ++Clock) {
    __wasi_timestamp_t Resolution;
    CHECK(__wasi_clock_res_get(Clock, &Resolution), 0);
    CHECK(Resolution > 0 && Resolution <= 1000000000, 1);
    __wasi_timestamp_t First = now(Clock);
    CHECK(now(Clock) >= First, 1);
  }
  long long Difference =
      (long long)(now(__WASI_CLOCKID_REALTIME) / 1000000000) - atoll(Arguments[1]);
  CHECK(Difference >= -1 && Difference < 60, 1);

  __wasi_timestamp_t Start = now(__WASI_CLOCKID_MONOTONIC);
  struct timespec Time = {0, 20000000};
  CHECK(nanosleep(&Time, NULL), 0);
  CHECK(now(__WASI_CLOCKID_MONOTONIC) - Start >= 20000000, 1);

  __wasi_timestamp_t Unused;
  CHECK(__wasi_clock_time_get(4, 1, &Unused), __WASI_ERRNO_INVAL);
  CHECK(__wasi_clock_res_get(-1, &Unused), __WASI_ERRNO_INVAL);
  return 0;
}
