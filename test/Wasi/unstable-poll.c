// In wasi_unstable a subscription has 56 bytes, and of a clock begins with an identifier.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: rm -rf %t.dir && mkdir -p %t.dir && echo 12345 > %t.dir/file
// RUN: wasm2native %t.wasm --dir=%t.dir::/ -o %t && %run %t
// RUN: %if run-aarch64 %{ wasm2native %t.wasm --target=aarch64-linux-gnu \
// RUN:   --dir=%t.dir::/ -o %t.aarch64 && %run-aarch64 %t.aarch64 %}
#include "check.h"
#include "unstable.h"

enum { Milliseconds = 1000000 };

static UnstableSubscription timer(uint64_t Timeout, int Clock) {
  UnstableSubscription Result = {.UserData = 100 + Clock, .Type = __WASI_EVENTTYPE_CLOCK};
  Result.Clock.Identifier = ~0ull;
  Result.Clock.Id = Clock;
  Result.Clock.Timeout = Timeout;
  return Result;
}

int main(void) {
  UnstableEvent Events[3];
  size_t Count;
  __wasi_timestamp_t Start, End;
  UnstableSubscription List[3] = {
      timer(3600ull * 1000 * Milliseconds, __WASI_CLOCKID_REALTIME),
      timer(20 * Milliseconds, __WASI_CLOCKID_MONOTONIC),
  };
  CHECK(__wasi_clock_time_get(__WASI_CLOCKID_MONOTONIC, 1, &Start), 0);
  CHECK(unstablePoll(List, Events, 2, &Count), 0);
  CHECK(__wasi_clock_time_get(__WASI_CLOCKID_MONOTONIC, 1, &End), 0);
  CHECK(Count, 1);
  CHECK(Events[0].UserData, 100 + __WASI_CLOCKID_MONOTONIC);
  CHECK(Events[0].Type, __WASI_EVENTTYPE_CLOCK);
  CHECK(End - Start >= 20 * Milliseconds, 1);

  __wasi_fd_t File;
  CHECK(openRights(Root, "file", 0, __WASI_RIGHTS_FD_READ | __WASI_RIGHTS_POLL_FD_READWRITE, &File),
        0);
  List[1] = (UnstableSubscription){.UserData = 7, .Type = __WASI_EVENTTYPE_FD_READ};
  List[1].Descriptor = File;
  CHECK(unstablePoll(List, Events, 2, &Count), 0);
  CHECK(Count, 1);
  CHECK(Events[0].UserData, 7);
  CHECK(Events[0].Bytes, 6);

  List[2] = (UnstableSubscription){.UserData = 8, .Type = __WASI_EVENTTYPE_FD_WRITE};
  List[2].Descriptor = 99;
  CHECK(unstablePoll(List, Events, 3, &Count), 0);
  CHECK(Count, 1);
  CHECK(Events[0].UserData, 8);
  CHECK(Events[0].Error, __WASI_ERRNO_BADF);
  CHECK(unstablePoll(List, Events, 0, &Count), __WASI_ERRNO_INVAL);

  // The last byte of the last one is outside: with 48 bytes each they would be inside.
  char *MemoryEnd = (char *)(__builtin_wasm_memory_size(0) * 65536);
  CHECK(unstablePoll((UnstableSubscription *)(MemoryEnd - 111), Events, 2, &Count),
        __WASI_ERRNO_FAULT);
  return 0;
}
