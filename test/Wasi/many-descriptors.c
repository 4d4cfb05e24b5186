// A program that opens too much gets an error, and can go on when it closes again.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: rm -rf %t.dir && mkdir -p %t.dir && touch %t.dir/file
// RUN: wasm2native %t.wasm --dir=%t.dir::/ -o %t
// RUN: bash -c "ulimit -n 300 && %run %t"
#include "check.h"

int main(void) {
  __wasi_fd_t File;
  int Count = 0;
  int Error;
  while (!(Error = openRights(Root, "file", 0, __WASI_RIGHTS_FD_READ, &File)))
    ++Count;
  CHECK(Error, __WASI_ERRNO_MFILE);
  CHECK(Count > 200 && Count < 300, 1);
  CHECK(__wasi_fd_close(100), 0);
  CHECK(openRights(Root, "file", 0, __WASI_RIGHTS_FD_READ, &File), 0);
  CHECK(File, 100);
  return 0;
}
