// A program without clocks is told that it has none, by every way to read one or to wait.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: wasm2native %t.wasm --no-clock -o %t && %run %t
// RUN: llvm-nm %t | FileCheck %s
// RUN: wasm2native %t.wasm -o %t && not %run %t
// RUN: %if run-aarch64 %{ wasm2native %t.wasm --target=aarch64-linux-gnu --no-clock \
// RUN:   -o %t.aarch64 && %run-aarch64 %t.aarch64 %}
// What it is denied is not linked either.
// CHECK-NOT: w2n_wasi_clock
#include "check.h"

int main(void) {
  __wasi_timestamp_t Time = 77;
  for (int Clock = 0; Clock < 4; ++Clock) {
    CHECK(__wasi_clock_time_get(Clock, 1, &Time), __WASI_ERRNO_NOTCAPABLE);
    CHECK(__wasi_clock_res_get(Clock, &Time), __WASI_ERRNO_NOTCAPABLE);
  }
  CHECK(Time, 77);
  // Whether a time has passed would tell the time.
  __wasi_subscription_t Timer = {.userdata = 5};
  Timer.u.tag = __WASI_EVENTTYPE_CLOCK;
  Timer.u.u.clock.flags = __WASI_SUBCLOCKFLAGS_SUBSCRIPTION_CLOCK_ABSTIME;
  __wasi_event_t Event;
  __wasi_size_t Count;
  CHECK(__wasi_poll_oneoff(&Timer, &Event, 1, &Count), 0);
  CHECK(Count, 1);
  CHECK(Event.userdata, 5);
  CHECK(Event.error, __WASI_ERRNO_NOTCAPABLE);
  // Waiting for a descriptor is no clock.
  __wasi_subscription_t Writable = {.userdata = 6};
  Writable.u.tag = __WASI_EVENTTYPE_FD_WRITE;
  Writable.u.u.fd_write.file_descriptor = 1;
  CHECK(__wasi_poll_oneoff(&Writable, &Event, 1, &Count), 0);
  CHECK(Event.userdata, 6);
  CHECK(Event.error, 0);
  return 0;
}
