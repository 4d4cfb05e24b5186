// Links that the program makes and moves itself lead it nowhere outside.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: wasm2native %t.wasm --dir=%t.dir/root::/ -o %t
// RUN: rm -rf %t.dir && mkdir -p %t.dir/root/a/b && echo secret > %t.dir/secret
// RUN: %run %t
// RUN: rm -rf %t.dir/root && mkdir -p %t.dir/root/a/b
// RUN: %without-openat2 %run %t
// RUN: ls %t.dir | count 2
// RUN: FileCheck %s < %t.dir/secret
// CHECK: secret
#include "check.h"

// A link is followed nowhere out, be it to read, to make or to change.
static void checkLink(const char *Link, const char *Below) {
  __wasi_fd_t File;
  __wasi_filestat_t Status;
  const __wasi_rights_t Write = __WASI_RIGHTS_FD_WRITE;
  CHECK(tryOpen(Root, Link), __WASI_ERRNO_PERM);
  CHECK(openRights(Root, Link, __WASI_OFLAGS_CREAT, Write, &File), __WASI_ERRNO_PERM);
  CHECK(openRights(Root, Link, __WASI_OFLAGS_CREAT | __WASI_OFLAGS_EXCL, Write, &File),
        __WASI_ERRNO_EXIST);
  CHECK(openRights(Root, Link, __WASI_OFLAGS_DIRECTORY, 0, &File), __WASI_ERRNO_PERM);
  CHECK(openRights(Root, Below, __WASI_OFLAGS_CREAT | __WASI_OFLAGS_EXCL, Write, &File),
        __WASI_ERRNO_PERM);
  CHECK(__wasi_path_filestat_get(Root, __WASI_LOOKUPFLAGS_SYMLINK_FOLLOW, Link, &Status),
        __WASI_ERRNO_PERM);
  CHECK(__wasi_path_filestat_get(Root, 0, Below, &Status), __WASI_ERRNO_PERM);
  CHECK(__wasi_path_rename(Root, Below, Root, "taken"), __WASI_ERRNO_PERM);
  CHECK(__wasi_path_link(Root, 0, Below, Root, "taken"), __WASI_ERRNO_PERM);
}

int main(void) {
  // Made as they are, with a name that was looked up before, and by a second name.
  CHECK(__wasi_path_symlink("../secret", Root, "out"), 0);
  checkLink("out", "out/x");
  CHECK(__wasi_path_link(Root, 0, "out", Root, "second"), 0);
  checkLink("second", "second/x");
  CHECK(__wasi_path_symlink("../..", Root, "a/up"), 0);
  checkLink("a/up", "a/up/secret");
  CHECK(__wasi_path_symlink("a/up", Root, "twice"), 0);
  checkLink("twice", "twice/secret");

  // Harmless where they are made, and not where they are moved.
  CHECK(__wasi_path_symlink("../../", Root, "a/b/top"), 0);
  CHECK(tryOpen(Root, "a/b/top/a"), 0);
  CHECK(__wasi_path_rename(Root, "a/b/top", Root, "top"), 0);
  checkLink("top", "top/secret");
  CHECK(__wasi_path_symlink("../..", Root, "a/b/link"), 0);
  CHECK(__wasi_path_rename(Root, "a/b", Root, "b"), 0);
  checkLink("b/link", "b/link/secret");

  // A directory that is open stays the top of what is reached by it, wherever it is moved.
  __wasi_fd_t Open;
  const __wasi_rights_t Rights = __WASI_RIGHTS_PATH_OPEN | __WASI_RIGHTS_FD_READ;
  CHECK(openRights(Root, "b", __WASI_OFLAGS_DIRECTORY, Rights, &Open), 0);
  CHECK(__wasi_path_create_directory(Root, "a/new"), 0);
  CHECK(__wasi_path_rename(Root, "b", Root, "a/new/b"), 0);
  CHECK(tryOpen(Open, ".."), __WASI_ERRNO_PERM);
  CHECK(tryOpen(Open, "link"), __WASI_ERRNO_PERM);
  CHECK(tryOpen(Open, "."), 0);
  return 0;
}
