// Paths that lead nowhere, to something else or to what is there already have their errors.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: rm -rf %t.dir && mkdir -p %t.dir && touch %t.dir/file && mkdir %t.dir/empty %t.dir/full && \
// RUN:   touch %t.dir/full/file && ln -s loop %t.dir/loop
// RUN: wasm2native %t.wasm --dir=%t.dir::/ -o %t && %run %t
// RUN: wasm2native %t.wasm --bounds=explicit --dir=%t.dir::/ -o %t && %run %t
// RUN: %if run-aarch64 %{ wasm2native %t.wasm --target=aarch64-linux-gnu \
// RUN:   --dir=%t.dir::/ -o %t.aarch64 && %run-aarch64 %t.aarch64 %}
#include "check.h"

#include <string.h>

static __wasi_size_t Size;
static __wasi_filestat_t Status;
static uint8_t Bytes[64];

// Every operation on what is not there, and beneath a file.
static void checkMissing(const char *Path, int Expected) {
  CHECK(tryOpen(Root, Path), Expected);
  CHECK(__wasi_path_remove_directory(Root, Path), Expected);
  CHECK(__wasi_path_unlink_file(Root, Path), Expected);
  CHECK(__wasi_path_filestat_get(Root, 0, Path, &Status), Expected);
  CHECK(__wasi_path_filestat_set_times(Root, 0, Path, 1, 1, __WASI_FSTFLAGS_MTIM), Expected);
  CHECK(__wasi_path_readlink(Root, Path, Bytes, sizeof(Bytes), &Size), Expected);
  CHECK(__wasi_path_link(Root, 0, Path, Root, "new"), Expected);
  CHECK(__wasi_path_rename(Root, Path, Root, "new"), Expected);
}

// Every operation that makes an entry in a directory.
static void checkMaking(const char *Path, int Expected) {
  CHECK(__wasi_path_create_directory(Root, Path), Expected);
  CHECK(__wasi_path_symlink("file", Root, Path), Expected);
  CHECK(__wasi_path_link(Root, 0, "file", Root, Path), Expected);
}

static void checkOddPaths(void) {
  static char Long[300];
  memset(Long, 'x', sizeof(Long) - 1);
  checkMissing("", __WASI_ERRNO_NOENT);
  checkMaking("", __WASI_ERRNO_NOENT);
  CHECK(__wasi_path_symlink("", Root, "new"), __WASI_ERRNO_NOENT);
  checkMissing(Long, __WASI_ERRNO_NAMETOOLONG);
  checkMaking(Long, __WASI_ERRNO_NAMETOOLONG);
  CHECK(__wasi_path_rename(Root, "file", Root, Long), __WASI_ERRNO_NAMETOOLONG);
  checkMissing("loop/x", __WASI_ERRNO_LOOP);
  checkMaking("loop/x", __WASI_ERRNO_LOOP);
}

static void checkRenaming(void) {
  CHECK(__wasi_path_rename(Root, "file", Root, "empty"), __WASI_ERRNO_ISDIR);
  CHECK(__wasi_path_rename(Root, "empty", Root, "file"), __WASI_ERRNO_NOTDIR);
  CHECK(__wasi_path_rename(Root, "empty", Root, "full"), __WASI_ERRNO_NOTEMPTY);
  CHECK(__wasi_path_rename(Root, "full", Root, "full/file"), __WASI_ERRNO_INVAL);
  CHECK(__wasi_path_rename(Root, "file", Root, "none/new"), __WASI_ERRNO_NOENT);
  CHECK(__wasi_path_rename(Root, "file", Root, "file"), 0);
  CHECK(__wasi_path_rename(Root, "full", Root, "empty"), 0);
  CHECK(__wasi_path_rename(Root, "empty", Root, "full"), 0);
  CHECK(__wasi_path_create_directory(Root, "empty"), 0);
}

int main(void) {
  checkMissing("none", __WASI_ERRNO_NOENT);
  checkMissing("none/below", __WASI_ERRNO_NOENT);
  checkMissing("file/below", __WASI_ERRNO_NOTDIR);
  checkMaking("none/below", __WASI_ERRNO_NOENT);
  checkMaking("file/below", __WASI_ERRNO_NOTDIR);
  checkMaking("file", __WASI_ERRNO_EXIST);
  checkMaking("empty", __WASI_ERRNO_EXIST);
  checkMaking("loop", __WASI_ERRNO_EXIST);
  checkOddPaths();
  checkRenaming();

  __wasi_fd_t File;
  const int Read = __WASI_RIGHTS_FD_READ;
  CHECK(openRights(Root, "file", __WASI_OFLAGS_CREAT | __WASI_OFLAGS_EXCL, Read, &File),
        __WASI_ERRNO_EXIST);
  CHECK(openRights(Root, "file", __WASI_OFLAGS_DIRECTORY, Read, &File), __WASI_ERRNO_NOTDIR);
  CHECK(openRights(Root, "full", 0, __WASI_RIGHTS_FD_WRITE, &File), __WASI_ERRNO_ISDIR);
  CHECK(openRights(Root, "full", __WASI_OFLAGS_TRUNC, Read, &File), __WASI_ERRNO_ISDIR);
  CHECK(openRights(Root, "full", __WASI_OFLAGS_DIRECTORY | __WASI_OFLAGS_TRUNC, Read, &File),
        __WASI_ERRNO_INVAL);
  CHECK(tryOpen(Root, "loop"), __WASI_ERRNO_LOOP);

  CHECK(__wasi_path_remove_directory(Root, "file"), __WASI_ERRNO_NOTDIR);
  CHECK(__wasi_path_remove_directory(Root, "loop"), __WASI_ERRNO_NOTDIR);
  CHECK(__wasi_path_remove_directory(Root, "full"), __WASI_ERRNO_NOTEMPTY);
  CHECK(__wasi_path_unlink_file(Root, "full"), __WASI_ERRNO_ISDIR);
  CHECK(__wasi_path_readlink(Root, "file", Bytes, 1, &Size), __WASI_ERRNO_INVAL);
  CHECK(__wasi_path_link(Root, 0, "full", Root, "new"), __WASI_ERRNO_PERM);
  return 0;
}
