// Links are made, read and followed where that is asked for, and loops are an error.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: rm -rf %t.dir && mkdir -p %t.dir
// RUN: wasm2native %t.wasm --dir=%t.dir::/ -o %t
// RUN: %run %t
// RUN: rm -rf %t.dir && mkdir -p %t.dir
// RUN: %without-openat2 %run %t
#include "check.h"
#include <string.h>

static int typeOf(const char *Path, int Flags) {
  __wasi_filestat_t Status;
  CHECK(__wasi_path_filestat_get(Root, Flags, Path, &Status), 0);
  return Status.filetype;
}

static void checkReading(void) {
  uint8_t Buffer[8] = "________";
  __wasi_size_t Used;
  CHECK(__wasi_path_readlink(Root, "link", Buffer, sizeof(Buffer), &Used), 0);
  CHECK(Used, 4);
  CHECK(memcmp(Buffer, "file____", 8), 0);
  CHECK(__wasi_path_readlink(Root, "link", Buffer, 2, &Used), 0);
  CHECK(Used, 2);
  CHECK(__wasi_path_readlink(Root, "link", Buffer, 0, &Used), 0);
  CHECK(Used, 0);
  CHECK(__wasi_path_readlink(Root, "file", Buffer, 8, &Used), __WASI_ERRNO_INVAL);
}

int main(void) {
  const int Follow = __WASI_LOOKUPFLAGS_SYMLINK_FOLLOW;
  const int Read = __WASI_RIGHTS_FD_READ;
  __wasi_fd_t File;
  CHECK(__wasi_path_symlink("file", Root, "link"), 0);
  CHECK(tryOpen(Root, "link"), __WASI_ERRNO_NOENT);
  // Through a link that leads nowhere yet, a file is made where it leads.
  CHECK(openRights(Root, "link", __WASI_OFLAGS_CREAT, Read, &File), 0);
  CHECK(tryOpen(Root, "file"), 0);
  CHECK(openRights(Root, "link", __WASI_OFLAGS_CREAT | __WASI_OFLAGS_EXCL, Read, &File),
        __WASI_ERRNO_EXIST);
  CHECK(__wasi_path_open(Root, 0, "link", 0, Read, 0, 0, &File), __WASI_ERRNO_LOOP);
  CHECK(typeOf("link", 0), __WASI_FILETYPE_SYMBOLIC_LINK);
  CHECK(typeOf("link", Follow), __WASI_FILETYPE_REGULAR_FILE);
  CHECK(__wasi_path_symlink("other", Root, "link"), __WASI_ERRNO_EXIST);
  checkReading();

  CHECK(__wasi_path_symlink("loop", Root, "loop"), 0);
  CHECK(tryOpen(Root, "loop"), __WASI_ERRNO_LOOP);
  CHECK(tryOpen(Root, "loop/file"), __WASI_ERRNO_LOOP);
  CHECK(__wasi_path_symlink("pong", Root, "ping"), 0);
  CHECK(__wasi_path_symlink("ping", Root, "pong"), 0);
  CHECK(tryOpen(Root, "ping"), __WASI_ERRNO_LOOP);

  // Removing, renaming and linking are of the link itself.
  CHECK(__wasi_path_rename(Root, "link", Root, "moved"), 0);
  CHECK(__wasi_path_link(Root, 0, "moved", Root, "second"), 0);
  CHECK(typeOf("second", 0), __WASI_FILETYPE_SYMBOLIC_LINK);
  CHECK(__wasi_path_link(Root, Follow, "moved", Root, "third"), __WASI_ERRNO_INVAL);
  CHECK(__wasi_path_unlink_file(Root, "moved"), 0);
  CHECK(tryOpen(Root, "file"), 0);
  return 0;
}
