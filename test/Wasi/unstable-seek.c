// In wasi_unstable the numbers of whence are others.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: rm -rf %t.dir && mkdir -p %t.dir && printf 0123456789 > %t.dir/file
// RUN: wasm2native %t.wasm --dir=%t.dir::/ -o %t && %run %t
// RUN: %if run-aarch64 %{ wasm2native %t.wasm --target=aarch64-linux-gnu \
// RUN:   --dir=%t.dir::/ -o %t.aarch64 && %run-aarch64 %t.aarch64 %}
#include "check.h"
#include "unstable.h"

int main(void) {
  const int Rights = __WASI_RIGHTS_FD_READ | __WASI_RIGHTS_FD_SEEK | __WASI_RIGHTS_FD_TELL;
  __wasi_fd_t File;
  uint64_t Offset;
  CHECK(openRights(Root, "file", 0, Rights, &File), 0);
  CHECK(unstableSeek(File, -3, UnstableEnd, &Offset), 0);
  CHECK(Offset, 7);
  CHECK(unstableSeek(File, 1, UnstableCur, &Offset), 0);
  CHECK(Offset, 8);
  CHECK(unstableSeek(File, 2, UnstableSet, &Offset), 0);
  CHECK(Offset, 2);
  CHECK(unstableSeek(File, 0, 3, &Offset), __WASI_ERRNO_INVAL);
  CHECK(unstableSeek(File, -1, UnstableSet, &Offset), __WASI_ERRNO_INVAL);
  CHECK(unstableSeek(99, 0, UnstableSet, &Offset), __WASI_ERRNO_BADF);
  CHECK(unstableSeek(File, 0, UnstableSet, (uint64_t *)-4), __WASI_ERRNO_FAULT);

  // To ask where one is takes the lesser right here too.
  CHECK(openRights(Root, "file", 0, __WASI_RIGHTS_FD_TELL, &File), 0);
  CHECK(unstableSeek(File, 0, UnstableCur, &Offset), 0);
  CHECK(unstableSeek(File, 0, UnstableSet, &Offset), __WASI_ERRNO_NOTCAPABLE);
  return 0;
}
