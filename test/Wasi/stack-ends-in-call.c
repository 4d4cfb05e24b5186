// Where the stack ends inside a function of WASI, that is the trap for it.
// RUN: %wasi-cc -fno-optimize-sibling-calls -Wl,-z,stack-size=33554432 -I%S/Inputs %s -o %t.wasm
// RUN: rm -rf %t.dir && mkdir -p %t.dir/a && ln -s ../a %t.dir/a/link
// RUN: wasm2native %t.wasm --dir=%t.dir::/ -o %t.guard
// RUN: wasm2native %t.wasm --dir=%t.dir::/ --bounds=explicit -o %t.explicit
// RUN: env RUN="%without-openat2 %run" PROGRAM=%t bash -c 'ulimit -s 401; \
// RUN:   for bounds in guard explicit; do for call in 0 1 2 3; do \
// RUN:   $RUN $PROGRAM.$bounds $call; done; done' > %t.out 2>&1 < /dev/null || true
// RUN: grep -c "wasm trap: call stack exhausted" %t.out | FileCheck %s
// CHECK: {{^}}8{{$}}
#include "check.h"

// These need the most room of their own: for a walk, for buffers, for what is waited for.
static int call(char Which) {
  static __wasi_subscription_t Subscriptions[2];
  static __wasi_event_t Events[2];
  __wasi_fd_t File;
  __wasi_size_t Size;
  uint8_t Byte;
  __wasi_iovec_t Buffer = {&Byte, 1};
  if (Which == '0')
    return openRights(Root, "a/../a/link/x", 0, __WASI_RIGHTS_FD_READ, &File);
  if (Which == '1')
    return __wasi_path_rename(Root, "a/../x", Root, "a/link/y");
  if (Which == '2')
    return __wasi_fd_read(0, &Buffer, 1, &Size);
  return __wasi_poll_oneoff(Subscriptions, Events, 2, &Size);
}

static volatile int Sum;

static __attribute__((noinline)) int recurse(char Which, int Depth) {
  Sum += call(Which);
  int Result = recurse(Which, Depth + 1) + Depth;
  Sum += Result;
  return Result;
}

int main(int Count, char **Arguments) {
  (void)Count;
  return recurse(Arguments[1][0], 0);
}
