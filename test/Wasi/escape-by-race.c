// A directory that others swap for a link to the outside never leads there.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: rm -rf %t.dir && mkdir -p %t.dir/root/real %t.dir/outside
// RUN: echo inside > %t.dir/root/real/file && echo outside > %t.dir/outside/file
// RUN: wasm2native %t.wasm --dir=%t.dir/root::/ -o %t
// RUN: %python %S/Inputs/swap.py %t.dir/root %run %t | FileCheck %s
// RUN: ls %t.dir/outside | count 1
// RUN: %if run-aarch64 %{ wasm2native %t.wasm --target=aarch64-linux-gnu \
// RUN:   --dir=%t.dir/root::/ -o %t.aarch64 && \
// RUN:   %python %S/Inputs/swap.py %t.dir/root %run-aarch64 %t.aarch64 | FileCheck %s && \
// RUN:   ls %t.dir/outside | count 1 %}
// CHECK: never outside
#include "check.h"

// Reads what a path leads to: 'i' inside, 'o' outside, 0 not to be had.
static char read(const char *Path) {
  __wasi_fd_t File;
  if (openRights(Root, Path, 0, __WASI_RIGHTS_FD_READ, &File))
    return 0;
  char Byte = 0;
  __wasi_iovec_t Buffer = {(uint8_t *)&Byte, 1};
  __wasi_size_t Size;
  CHECK(__wasi_fd_read(File, &Buffer, 1, &Size), 0);
  CHECK(__wasi_fd_close(File), 0);
  return Byte;
}

int main(void) {
  int Inside = 0;
  int Refused = 0;
  for (int I = 0; I < 1000000 && (I < 3000 || !Inside || !Refused); ++I) {
    char Byte = read(I % 2 ? "swapped/file" : "swapped/../real/file");
    CHECK(Byte == 'o', 0);
    Inside += Byte == 'i';
    Refused += Byte == 0;
    __wasi_fd_t File;
    if (!openRights(Root, "swapped/made", __WASI_OFLAGS_CREAT, __WASI_RIGHTS_FD_WRITE, &File))
      CHECK(__wasi_fd_close(File), 0);
  }
  // Both happened, so the directory was swapped.
  CHECK(Inside > 0 && Refused > 0, 1);
  puts("never outside");
  return 0;
}
