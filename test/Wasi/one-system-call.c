// Reading and writing many buffers is one system call, of the program's own memory.
// REQUIRES: strace
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: rm -rf %t.dir && mkdir -p %t.dir && wasm2native %t.wasm --dir=%t.dir::/ -o %t
// RUN: echo abcdef | strace -o %t.calls %t > %t.out
// RUN: FileCheck %s < %t.calls

// CHECK:      openat({{.*}}, "file", O_RDWR|O_CREAT
// CHECK-NOT:  {{(read|write)v?\(}}
// CHECK:      readv(0, [{iov_base="abc", iov_len=3}, {iov_base="def\n", iov_len=5}], 2) = 7
// CHECK-NEXT: writev(1, [{iov_base="abc", iov_len=3}, {iov_base="d", iov_len=1}, {iov_base="ef", iov_len=2}], 3) = 6
// CHECK-NEXT: pwritev({{[0-9]+}}, [{iov_base="abc", iov_len=3}, {iov_base="d", iov_len=1}, {iov_base="ef", iov_len=2}], 3, 1) = 6
// CHECK-NEXT: preadv({{[0-9]+}}, [{iov_base="abc", iov_len=3}, {iov_base="def", iov_len=5}], 2, 1) = 6
// CHECK-NOT:  {{(read|write)v?\(}}
#include "check.h"
#include <string.h>

int main(void) {
  const int Rights = __WASI_RIGHTS_FD_READ | __WASI_RIGHTS_FD_WRITE | __WASI_RIGHTS_FD_SEEK;
  uint8_t First[3], Second[5];
  __wasi_iovec_t In[] = {{First, 3}, {Second, 5}};
  // An empty one costs nothing.
  __wasi_ciovec_t Out[] = {{First, 3}, {First, 0}, {Second, 1}, {Second + 1, 2}};
  __wasi_fd_t File;
  __wasi_size_t Size;
  CHECK(openRights(Root, "file", __WASI_OFLAGS_CREAT, Rights, &File), 0);
  CHECK(__wasi_fd_read(0, In, 2, &Size), 0);
  CHECK(Size, 7);
  CHECK(__wasi_fd_write(1, Out, 4, &Size), 0);
  CHECK(Size, 6);
  CHECK(__wasi_fd_pwrite(File, Out, 4, 1, &Size), 0);
  CHECK(Size, 6);
  CHECK(__wasi_fd_pread(File, In, 2, 1, &Size), 0);
  CHECK(Size, 6);
  return 0;
}
