// Flags and numbers that WASI does not have are an error wherever they are given.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: rm -rf %t.dir && mkdir -p %t.dir && touch %t.dir/file
// RUN: wasm2native %t.wasm --dir=%t.dir::/ -o %t && %run %t
// RUN: ls %t.dir | count 1
#include "check.h"

__attribute__((import_module("wasi_snapshot_preview1"), import_name("proc_raise"))) int
procRaise(int Signal);

static void checkPaths(void) {
  const int Unknown = 2;
  __wasi_fd_t File;
  __wasi_filestat_t Status;
  CHECK(__wasi_path_open(Root, Unknown, "file", 0, __WASI_RIGHTS_FD_READ, 0, 0, &File),
        __WASI_ERRNO_INVAL);
  CHECK(__wasi_path_filestat_get(Root, Unknown, "file", &Status), __WASI_ERRNO_INVAL);
  CHECK(__wasi_path_filestat_set_times(Root, Unknown, "file", 0, 0, 0), __WASI_ERRNO_INVAL);
  CHECK(__wasi_path_filestat_set_times(Root, 0, "file", 0, 0, 16), __WASI_ERRNO_INVAL);
  CHECK(__wasi_path_link(Root, Unknown, "file", Root, "new"), __WASI_ERRNO_INVAL);
  CHECK(__wasi_path_open(Root, 0, "file", 16, __WASI_RIGHTS_FD_READ, 0, 0, &File),
        __WASI_ERRNO_INVAL);
  CHECK(__wasi_path_open(Root, 0, "file", 0, __WASI_RIGHTS_FD_READ, 0, 32, &File),
        __WASI_ERRNO_INVAL);
}

static void checkFile(void) {
  __wasi_fd_t File;
  __wasi_filesize_t Offset;
  CHECK(openRights(Root, "file", 0, ~0ull, &File), 0);
  CHECK(__wasi_fd_seek(File, 0, 3, &Offset), __WASI_ERRNO_INVAL);
  CHECK(__wasi_fd_advise(File, 0, 0, 6), __WASI_ERRNO_INVAL);
  CHECK(__wasi_fd_fdstat_set_flags(File, 32), __WASI_ERRNO_INVAL);
  CHECK(__wasi_fd_filestat_set_times(File, 0, 0, 16), __WASI_ERRNO_INVAL);
  CHECK(__wasi_fd_fdstat_set_rights(File, 1ull << 63, 0), __WASI_ERRNO_NOTCAPABLE);
}

static void checkPoll(void) {
  __wasi_subscription_t Subscription = {.userdata = 1};
  __wasi_event_t Event;
  __wasi_size_t Count;
  Subscription.u.tag = 3;
  CHECK(__wasi_poll_oneoff(&Subscription, &Event, 1, &Count), 0);
  CHECK(Event.error, __WASI_ERRNO_INVAL);
  Subscription.u.tag = __WASI_EVENTTYPE_CLOCK;
  Subscription.u.u.clock.id = 4;
  CHECK(__wasi_poll_oneoff(&Subscription, &Event, 1, &Count), 0);
  CHECK(Event.error, __WASI_ERRNO_INVAL);
  Subscription.u.u.clock.id = __WASI_CLOCKID_MONOTONIC;
  Subscription.u.u.clock.flags = 2;
  CHECK(__wasi_poll_oneoff(&Subscription, &Event, 1, &Count), 0);
  CHECK(Event.error, __WASI_ERRNO_INVAL);
}

int main(void) {
  checkPaths();
  checkFile();
  checkPoll();
  __wasi_timestamp_t Time;
  CHECK(__wasi_clock_time_get(4, 0, &Time), __WASI_ERRNO_INVAL);
  CHECK(procRaise(31), __WASI_ERRNO_INVAL);
  CHECK(procRaise(256 + 9), __WASI_ERRNO_INVAL);
  return 0;
}
