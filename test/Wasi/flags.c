// The flags of a descriptor are those it was opened with, and what can change does.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: rm -rf %t.dir && mkdir -p %t.dir
// RUN: wasm2native %t.wasm --dir=%t.dir::/ -o %t
// RUN: %run %t
#include "check.h"

static int flagsOf(int Descriptor) {
  __wasi_fdstat_t State;
  CHECK(__wasi_fd_fdstat_get(Descriptor, &State), 0);
  return State.fs_flags;
}

static __wasi_filesize_t writeByte(int File) {
  __wasi_ciovec_t Buffer = {(const uint8_t *)"x", 1};
  __wasi_size_t Size;
  __wasi_filesize_t Offset;
  CHECK(__wasi_fd_seek(File, 0, __WASI_WHENCE_SET, &Offset), 0);
  CHECK(__wasi_fd_write(File, &Buffer, 1, &Size), 0);
  CHECK(__wasi_fd_tell(File, &Offset), 0);
  return Offset;
}

int main(void) {
  const __wasi_rights_t Rights = __WASI_RIGHTS_FD_READ | __WASI_RIGHTS_FD_WRITE |
                                 __WASI_RIGHTS_FD_SEEK | __WASI_RIGHTS_FD_TELL |
                                 __WASI_RIGHTS_FD_FDSTAT_SET_FLAGS;
  __wasi_fd_t File;
  CHECK(__wasi_path_open(Root, 0, "file", __WASI_OFLAGS_CREAT, Rights, 0, __WASI_FDFLAGS_APPEND,
                         &File),
        0);
  CHECK(flagsOf(File), __WASI_FDFLAGS_APPEND);
  CHECK(writeByte(File), 1);
  CHECK(writeByte(File), 2);
  CHECK(__wasi_fd_fdstat_set_flags(File, 0), 0);
  CHECK(flagsOf(File), 0);
  CHECK(writeByte(File), 1);
  CHECK(__wasi_fd_fdstat_set_flags(File, __WASI_FDFLAGS_APPEND | __WASI_FDFLAGS_NONBLOCK), 0);
  CHECK(flagsOf(File), __WASI_FDFLAGS_APPEND | __WASI_FDFLAGS_NONBLOCK);
  CHECK(writeByte(File), 3);
  CHECK(__wasi_fd_fdstat_set_flags(File, __WASI_FDFLAGS_SYNC), __WASI_ERRNO_INVAL);
  CHECK(__wasi_fd_fdstat_set_flags(File, 32), __WASI_ERRNO_INVAL);

  CHECK(__wasi_path_open(Root, 0, "file", 0, Rights, 0, __WASI_FDFLAGS_DSYNC, &File), 0);
  CHECK(flagsOf(File), __WASI_FDFLAGS_DSYNC);
  CHECK(__wasi_path_open(Root, 0, "file", 0, Rights, 0, __WASI_FDFLAGS_SYNC, &File), 0);
  CHECK(flagsOf(File) & __WASI_FDFLAGS_SYNC, __WASI_FDFLAGS_SYNC);
  return 0;
}
