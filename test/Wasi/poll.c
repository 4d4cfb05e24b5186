// Waiting ends for the first of several reasons and tells which, errors included.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: rm -rf %t.dir && mkdir -p %t.dir && echo 12345 > %t.dir/file
// RUN: wasm2native %t.wasm --dir=%t.dir::/ -o %t
// RUN: bash -c "(sleep 1; printf abc; sleep 0.3) | %run %t"
#include "check.h"
#include <string.h>

static __wasi_timestamp_t now(__wasi_clockid_t Clock) {
  __wasi_timestamp_t Time;
  CHECK(__wasi_clock_time_get(Clock, 1, &Time), 0);
  return Time;
}

static __wasi_subscription_t timer(__wasi_timestamp_t Timeout, __wasi_clockid_t Clock, int Flags) {
  __wasi_subscription_t Result = {.userdata = 100 + Clock};
  Result.u.tag = __WASI_EVENTTYPE_CLOCK;
  Result.u.u.clock.id = Clock;
  Result.u.u.clock.timeout = Timeout;
  Result.u.u.clock.flags = Flags;
  return Result;
}

static __wasi_subscription_t descriptor(int Descriptor, int Type) {
  __wasi_subscription_t Result = {.userdata = 200 + Descriptor};
  Result.u.tag = Type;
  Result.u.u.fd_read.file_descriptor = Descriptor;
  return Result;
}

enum { Milliseconds = 1000000 };

static void checkClocks(void) {
  __wasi_subscription_t List[2] = {
      timer(3600ull * 1000 * Milliseconds, __WASI_CLOCKID_REALTIME, 0),
      timer(20 * Milliseconds, __WASI_CLOCKID_MONOTONIC, 0),
  };
  __wasi_event_t Events[2];
  __wasi_size_t Count;
  __wasi_timestamp_t Start = now(__WASI_CLOCKID_MONOTONIC);
  CHECK(__wasi_poll_oneoff(List, Events, 2, &Count), 0);
  CHECK(now(__WASI_CLOCKID_MONOTONIC) - Start >= 20 * Milliseconds, 1);
  CHECK(Count, 1);
  CHECK(Events[0].userdata, 101);
  CHECK(Events[0].error, 0);
  CHECK(Events[0].type, __WASI_EVENTTYPE_CLOCK);
  // A time that is over.
  List[0] = timer(1, __WASI_CLOCKID_REALTIME, __WASI_SUBCLOCKFLAGS_SUBSCRIPTION_CLOCK_ABSTIME);
  CHECK(__wasi_poll_oneoff(List, Events, 2, &Count), 0);
  CHECK(Count, 1);
  CHECK(Events[0].userdata, 100);
  List[0] = timer(1, 77, 0);
  CHECK(__wasi_poll_oneoff(List, Events, 2, &Count), 0);
  CHECK(Count, 1);
  CHECK(Events[0].error, __WASI_ERRNO_INVAL);
  CHECK(__wasi_poll_oneoff(List, Events, 0, &Count), __WASI_ERRNO_INVAL);
}

// Standard input is a pipe that gets three bytes after a while.
static void checkPipe(void) {
  __wasi_subscription_t List[2] = {
      timer(10 * Milliseconds, __WASI_CLOCKID_MONOTONIC, 0),
      descriptor(0, __WASI_EVENTTYPE_FD_READ),
  };
  __wasi_event_t Events[2];
  __wasi_size_t Count;
  int Waits = 0;
  do {
    CHECK(__wasi_poll_oneoff(List, Events, 2, &Count), 0);
    CHECK(Count, 1);
    ++Waits;
  } while (Events[0].type == __WASI_EVENTTYPE_CLOCK);
  CHECK(Waits > 2, 1);
  CHECK(Events[0].userdata, 200);
  CHECK(Events[0].fd_readwrite.nbytes, 3);
  CHECK(Events[0].fd_readwrite.flags, 0);
  char Buffer[4];
  CHECK(fread(Buffer, 1, 3, stdin), 3);
  // Then its other end is closed.
  CHECK(__wasi_poll_oneoff(List + 1, Events, 1, &Count), 0);
  CHECK(Events[0].fd_readwrite.nbytes, 0);
  CHECK(Events[0].fd_readwrite.flags, __WASI_EVENTRWFLAGS_FD_READWRITE_HANGUP);
}

static void checkFiles(void) {
  __wasi_fd_t File;
  CHECK(openRights(Root, "file", 0, __WASI_RIGHTS_FD_READ | __WASI_RIGHTS_POLL_FD_READWRITE, &File),
        0);
  __wasi_subscription_t List[3] = {
      descriptor(File, __WASI_EVENTTYPE_FD_READ),
      descriptor(1, __WASI_EVENTTYPE_FD_WRITE),
  };
  __wasi_event_t Events[3];
  __wasi_size_t Count;
  CHECK(__wasi_poll_oneoff(List, Events, 2, &Count), 0);
  CHECK(Count, 2);
  CHECK(Events[0].userdata, 200 + File);
  CHECK(Events[0].fd_readwrite.nbytes, 6);
  CHECK(Events[1].type, __WASI_EVENTTYPE_FD_WRITE);
  CHECK(Events[1].error, 0);
  List[2] = descriptor(99, __WASI_EVENTTYPE_FD_READ);
  CHECK(__wasi_poll_oneoff(List, Events, 3, &Count), 0);
  CHECK(Count, 1);
  CHECK(Events[0].userdata, 299);
  CHECK(Events[0].error, __WASI_ERRNO_BADF);
}

int main(void) {
  checkClocks();
  checkPipe();
  checkFiles();
  return 0;
}
