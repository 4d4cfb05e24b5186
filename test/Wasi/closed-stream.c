// A stream that is closed when the program starts is closed for the program.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: mkdir -p %t.dir
// RUN: wasm2native %t.wasm --dir=%t.dir::/ -o %t
// RUN: env PROGRAM=%t bash -c '%run $PROGRAM <&-'
#include "check.h"
#include <errno.h>
#include <unistd.h>

int main(void) {
  char Byte;
  CHECK(read(0, &Byte, 1), -1);
  CHECK(errno, EBADF);
  // Preopened directories are where C libraries look for them all the same.
  __wasi_prestat_t Preopen;
  CHECK(__wasi_fd_prestat_get(Root, &Preopen), 0);
  return 0;
}
