// WASI has no times before 1970: a file from then is as old as can be.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: rm -rf %t.dir && mkdir -p %t.dir && touch -d 1960-01-01 %t.dir/file
// RUN: wasm2native %t.wasm --dir=%t.dir::/ -o %t && %run %t
#include "check.h"

int main(void) {
  __wasi_filestat_t Status;
  CHECK(__wasi_path_filestat_get(Root, 0, "file", &Status), 0);
  CHECK(Status.mtim, 0);
  CHECK(Status.atim, 0);
  return 0;
}
