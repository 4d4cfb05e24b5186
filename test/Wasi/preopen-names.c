// The directories that a program begins with have the names it was compiled with.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: rm -rf %t.dir && mkdir -p %t.dir
// RUN: wasm2native %t.wasm --dir=%t.dir::/data --dir=%t.dir::.:ro -o %t && %run %t
// RUN: wasm2native %t.wasm --bounds=explicit --dir=%t.dir::/data --dir=%t.dir::. -o %t && %run %t
// RUN: %if run-aarch64 %{ wasm2native %t.wasm --target=aarch64-linux-gnu \
// RUN:   --dir=%t.dir::/data --dir=%t.dir::. -o %t.aarch64 && %run-aarch64 %t.aarch64 %}
#include "check.h"
#include <string.h>

static void checkName(int Directory, const char *Expected) {
  const size_t Length = strlen(Expected);
  __wasi_prestat_t Preopen;
  memset(&Preopen, 0xAA, sizeof(Preopen));
  CHECK(__wasi_fd_prestat_get(Directory, &Preopen), 0);
  CHECK(Preopen.tag, __WASI_PREOPENTYPE_DIR);
  CHECK(Preopen.u.dir.pr_name_len, Length);
  char Name[16];
  memset(Name, 'x', sizeof(Name));
  CHECK(__wasi_fd_prestat_dir_name(Directory, (uint8_t *)Name, Length), 0);
  CHECK(memcmp(Name, Expected, Length), 0);
  CHECK(Name[Length], 'x');
  CHECK(__wasi_fd_prestat_dir_name(Directory, (uint8_t *)Name, sizeof(Name)), 0);
  CHECK(__wasi_fd_prestat_dir_name(Directory, (uint8_t *)Name, Length - 1),
        __WASI_ERRNO_NAMETOOLONG);
}

int main(void) {
  __wasi_prestat_t Preopen;
  checkName(Root, "/data");
  checkName(Root + 1, ".");
  CHECK(__wasi_fd_prestat_get(Root + 2, &Preopen), __WASI_ERRNO_BADF);
  CHECK(__wasi_fd_prestat_get(0, &Preopen), __WASI_ERRNO_BADF);
  return 0;
}
