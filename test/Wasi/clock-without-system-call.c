// The time is told without a system call, where the system can do so.
// REQUIRES: vdso-clocks
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: wasm2native %t.wasm -o %t
// RUN: strace -o %t.calls %t
// RUN: FileCheck %s < %t.calls
// CHECK-NOT: clock_gettime
// CHECK:     exit_group
#include "check.h"

int main(void) {
  __wasi_timestamp_t Time;
  for (int I = 0; I < 100; ++I) {
    CHECK(__wasi_clock_time_get(__WASI_CLOCKID_REALTIME, 1, &Time), 0);
    CHECK(__wasi_clock_time_get(__WASI_CLOCKID_MONOTONIC, 1, &Time), 0);
  }
  return 0;
}
