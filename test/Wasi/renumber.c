// Descriptors are closed and renumbered, preopened directories too, and numbers reused.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: rm -rf %t.dir && mkdir -p %t.dir && touch %t.dir/file
// RUN: wasm2native %t.wasm --dir=%t.dir::/ -o %t
// RUN: %run %t
#include "check.h"

int main(void) {
  const int Rights = __WASI_RIGHTS_FD_READ | __WASI_RIGHTS_FD_FILESTAT_GET;
  __wasi_fd_t First, Second, Third;
  __wasi_filestat_t Status;
  CHECK(openRights(Root, "file", 0, Rights, &First), 0);
  CHECK(First, Root + 1);
  CHECK(openRights(Root, "file", 0, __WASI_RIGHTS_FD_READ, &Second), 0);
  CHECK(__wasi_fd_filestat_get(Second, &Status), __WASI_ERRNO_NOTCAPABLE);
  CHECK(__wasi_fd_renumber(First, Second), 0);
  CHECK(__wasi_fd_filestat_get(Second, &Status), 0);
  CHECK(__wasi_fd_close(First), __WASI_ERRNO_BADF);
  CHECK(openRights(Root, "file", 0, Rights, &Third), 0);
  CHECK(Third, First);
  CHECK(__wasi_fd_renumber(Second, Second), 0);
  // There has to be something to overwrite.
  CHECK(__wasi_fd_renumber(Second, 77), __WASI_ERRNO_BADF);
  CHECK(__wasi_fd_renumber(77, Second), __WASI_ERRNO_BADF);
  CHECK(__wasi_fd_filestat_get(Second, &Status), 0);
  CHECK(__wasi_fd_renumber(-1, Second), __WASI_ERRNO_BADF);
  CHECK(__wasi_fd_renumber(Second, -1), __WASI_ERRNO_BADF);

  CHECK(__wasi_fd_close(Root), 0);
  __wasi_prestat_t Preopen;
  CHECK(__wasi_fd_prestat_get(Root, &Preopen), __WASI_ERRNO_BADF);
  CHECK(tryOpen(Root, "file"), __WASI_ERRNO_BADF);
  CHECK(__wasi_fd_close(Root), __WASI_ERRNO_BADF);
  return 0;
}
