// Files get the size and the room that is asked for, and sizes that none can have are refused.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: rm -rf %t.dir && mkdir -p %t.dir
// RUN: wasm2native %t.wasm --dir=%t.dir::/ -o %t && %run %t
// RUN: wasm2native %t.wasm --bounds=explicit --dir=%t.dir::/ -o %t && %run %t
// RUN: %if run-aarch64 %{ wasm2native %t.wasm --target=aarch64-linux-gnu \
// RUN:   --dir=%t.dir::/ -o %t.aarch64 && %run-aarch64 %t.aarch64 %}
#include "check.h"

static __wasi_fd_t File;

static long long sizeOf(void) {
  __wasi_filestat_t Status;
  CHECK(__wasi_fd_filestat_get(File, &Status), 0);
  return (long long)Status.size;
}

int main(void) {
  const __wasi_filesize_t TooBig = 1ull << 63;
  CHECK(openRights(Root, "file", __WASI_OFLAGS_CREAT | __WASI_OFLAGS_TRUNC, ~0ull, &File), 0);
  CHECK(__wasi_fd_allocate(File, 0, 100), 0);
  CHECK(sizeOf(), 100);
  CHECK(__wasi_fd_allocate(File, 10, 20), 0);
  CHECK(sizeOf(), 100);
  CHECK(__wasi_fd_allocate(File, 90, 20), 0);
  CHECK(sizeOf(), 110);
  CHECK(__wasi_fd_allocate(File, 0, 0), __WASI_ERRNO_INVAL);
  CHECK(__wasi_fd_allocate(File, TooBig, 1), __WASI_ERRNO_INVAL);
  CHECK(__wasi_fd_allocate(File, 1, TooBig - 1), __WASI_ERRNO_FBIG);
  CHECK(__wasi_fd_filestat_set_size(File, 7), 0);
  CHECK(sizeOf(), 7);
  CHECK(__wasi_fd_filestat_set_size(File, 5000), 0);
  CHECK(sizeOf(), 5000);
  CHECK(__wasi_fd_filestat_set_size(File, TooBig), __WASI_ERRNO_INVAL);
  CHECK(sizeOf(), 5000);

  for (int Advice = __WASI_ADVICE_NORMAL; Advice <= __WASI_ADVICE_NOREUSE; ++Advice)
    CHECK(__wasi_fd_advise(File, 0, 4096, Advice), 0);
  CHECK(__wasi_fd_advise(File, 10000, 0, __WASI_ADVICE_WILLNEED), 0);
  CHECK(__wasi_fd_advise(File, TooBig, 0, __WASI_ADVICE_NORMAL), __WASI_ERRNO_INVAL);
  CHECK(__wasi_fd_advise(File, 1, TooBig - 1, __WASI_ADVICE_NORMAL), __WASI_ERRNO_INVAL);

  CHECK(__wasi_fd_sync(File), 0);
  CHECK(__wasi_fd_datasync(File), 0);
  __wasi_fd_t Directory;
  CHECK(openRights(Root, ".", __WASI_OFLAGS_DIRECTORY,
                   __WASI_RIGHTS_FD_SYNC | __WASI_RIGHTS_FD_DATASYNC, &Directory),
        0);
  CHECK(__wasi_fd_sync(Directory), 0);
  CHECK(__wasi_fd_datasync(Directory), 0);
  return 0;
}
