// Times of files are set to what is given, to the present one, or left alone.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: rm -rf %t.dir && mkdir -p %t.dir && touch %t.dir/file && ln -s file %t.dir/link
// RUN: wasm2native %t.wasm --dir=%t.dir::/ -o %t
// RUN: %run %t
#include "check.h"

static __wasi_filestat_t statusOf(const char *Path) {
  __wasi_filestat_t Status;
  CHECK(__wasi_path_filestat_get(Root, 0, Path, &Status), 0);
  return Status;
}

int main(void) {
  const int Follow = __WASI_LOOKUPFLAGS_SYMLINK_FOLLOW;
  const int Both = __WASI_FSTFLAGS_ATIM | __WASI_FSTFLAGS_MTIM;
  CHECK(__wasi_path_filestat_set_times(Root, 0, "file", 1000000001, 2000000002, Both), 0);
  CHECK(statusOf("file").atim, 1000000001);
  CHECK(statusOf("file").mtim, 2000000002);
  CHECK(__wasi_path_filestat_set_times(Root, Follow, "link", 5, 6, __WASI_FSTFLAGS_MTIM), 0);
  CHECK(statusOf("file").atim, 1000000001);
  CHECK(statusOf("file").mtim, 6);
  CHECK(__wasi_path_filestat_set_times(Root, 0, "link", 7, 8, Both), 0);
  CHECK(statusOf("link").mtim, 8);
  CHECK(statusOf("file").mtim, 6);

  __wasi_fd_t File;
  CHECK(openRights(Root, "file", 0, __WASI_RIGHTS_FD_FILESTAT_SET_TIMES, &File), 0);
  CHECK(__wasi_fd_filestat_set_times(File, 9, 10, __WASI_FSTFLAGS_ATIM), 0);
  CHECK(statusOf("file").atim, 9);
  CHECK(statusOf("file").mtim, 6);
  CHECK(__wasi_fd_filestat_set_times(File, 0, 0, __WASI_FSTFLAGS_MTIM_NOW), 0);
  CHECK(statusOf("file").mtim > 1600000000ull * 1000000000, 1);
  const int Contradiction = __WASI_FSTFLAGS_MTIM | __WASI_FSTFLAGS_MTIM_NOW;
  CHECK(__wasi_fd_filestat_set_times(File, 0, 0, Contradiction), __WASI_ERRNO_INVAL);
  CHECK(__wasi_fd_filestat_set_times(File, 0, 0, 16), __WASI_ERRNO_INVAL);
  CHECK(__wasi_path_filestat_set_times(Root, 0, "file", 0, 0, Contradiction), __WASI_ERRNO_INVAL);
  return 0;
}
