// No path leads out of a preopened directory, through dots, slashes or links.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: rm -rf %t.dir && mkdir -p %t.dir/root/a/b && echo secret > %t.dir/secret
// RUN: ln -s ../secret %t.dir/root/out && ln -s .. %t.dir/root/up && ln -s ../.. %t.dir/root/a/up
// RUN: ln -s %t.dir/secret %t.dir/root/absolute && ln -s / %t.dir/root/slash
// RUN: ln -s a/b/../../../secret %t.dir/root/deep && ln -s a/up %t.dir/root/twice
// RUN: ln -s ../new %t.dir/root/dangling && ln -s a/up/new %t.dir/root/far
// RUN: ln -s /proc/self/root %t.dir/root/magic && ln -s ../root/inside %t.dir/root/round
// RUN: echo inside > %t.dir/root/inside && ln -s ../inside %t.dir/root/a/back
// RUN: wasm2native %t.wasm --dir=%t.dir/root::/ -o %t
// RUN: %run %t
// RUN: %without-openat2 %run %t
// RUN: FileCheck %s < %t.dir/secret
// RUN: ls %t.dir | count 2
// RUN: %if run-aarch64 %{ wasm2native %t.wasm --target=aarch64-linux-gnu \
// RUN:   --dir=%t.dir/root::/ -o %t.aarch64 && %run-aarch64 %t.aarch64 && \
// RUN:   FileCheck %s < %t.dir/secret && ls %t.dir | count 2 %}
// CHECK: secret
#include "check.h"

static const char *const Files[] = {
    "../secret",
    "a/../../secret",
    "a/b/../../../secret",
    "./../secret",
    "a//..//..//secret",
    "/etc/passwd",
    "//etc/passwd",
    "out",
    "up/secret",
    "a/up/secret",
    "absolute",
    "slash/etc/passwd",
    "deep",
    "twice/secret",
    "magic/etc/passwd",
    "round",
    "dangling",
    "far",
    "up/root/inside",
    "a/../../root/inside",
    "a/b/../../up/secret",
};

static const char *const Directories[] = {"..",           "../",  "a/../..",
                                          "a/b/../../..", "up/.", "slash/."};

// Whatever is attempted, it ends in the error for a path that leads out.
static void tryFile(const char *Path) {
  __wasi_fd_t File;
  __wasi_filestat_t Status;
  const __wasi_lookupflags_t Follow = __WASI_LOOKUPFLAGS_SYMLINK_FOLLOW;
  CHECK(tryOpen(Root, Path), __WASI_ERRNO_PERM);
  CHECK(openRights(Root, Path, __WASI_OFLAGS_CREAT | __WASI_OFLAGS_TRUNC, __WASI_RIGHTS_FD_WRITE,
                   &File),
        __WASI_ERRNO_PERM);
  CHECK(__wasi_path_filestat_get(Root, Follow, Path, &Status), __WASI_ERRNO_PERM);
  CHECK(__wasi_path_filestat_set_times(Root, Follow, Path, 0, 0, __WASI_FSTFLAGS_MTIM),
        __WASI_ERRNO_PERM);
}

static void tryEntry(const char *Path) {
  uint8_t Buffer[64];
  __wasi_size_t Used;
  CHECK(__wasi_path_create_directory(Root, Path), __WASI_ERRNO_PERM);
  CHECK(__wasi_path_remove_directory(Root, Path), __WASI_ERRNO_PERM);
  CHECK(__wasi_path_unlink_file(Root, Path), __WASI_ERRNO_PERM);
  CHECK(__wasi_path_rename(Root, Path, Root, "new"), __WASI_ERRNO_PERM);
  CHECK(__wasi_path_rename(Root, "inside", Root, Path), __WASI_ERRNO_PERM);
  CHECK(__wasi_path_link(Root, 0, Path, Root, "new"), __WASI_ERRNO_PERM);
  CHECK(__wasi_path_link(Root, 0, "inside", Root, Path), __WASI_ERRNO_PERM);
  CHECK(__wasi_path_symlink("inside", Root, Path), __WASI_ERRNO_PERM);
  CHECK(__wasi_path_readlink(Root, Path, Buffer, sizeof(Buffer), &Used), __WASI_ERRNO_PERM);
}

int main(void) {
  for (size_t I = 0; I < sizeof(Files) / sizeof(*Files); ++I)
    tryFile(Files[I]);
  static const char *const Entries[] = {"../secret",     "../new",    "up/new",      "a/up/new",
                                        "slash/tmp/new", "twice/new", "a/../../new", "/tmp/new"};
  for (size_t I = 0; I < sizeof(Entries) / sizeof(*Entries); ++I)
    tryEntry(Entries[I]);
  for (size_t I = 0; I < sizeof(Directories) / sizeof(*Directories); ++I) {
    CHECK(tryOpen(Root, Directories[I]), __WASI_ERRNO_PERM);
    tryEntry(Directories[I]);
  }
  // An absolute link would mislead others.
  CHECK(__wasi_path_symlink("/etc/passwd", Root, "new"), __WASI_ERRNO_PERM);
  // What stays inside works, .. and links included.
  CHECK(tryOpen(Root, "a/../inside"), 0);
  CHECK(tryOpen(Root, "a/b/../../a/back"), 0);
  CHECK(tryOpen(Root, "a/b/.."), 0);
  // So it is from a directory that was opened beneath; it is no way up.
  __wasi_fd_t Below;
  CHECK(openRights(Root, "a", __WASI_OFLAGS_DIRECTORY,
                   __WASI_RIGHTS_PATH_OPEN | __WASI_RIGHTS_FD_READ, &Below),
        0);
  CHECK(tryOpen(Below, "b"), 0);
  CHECK(tryOpen(Below, "../inside"), __WASI_ERRNO_PERM);
  CHECK(tryOpen(Below, "back"), __WASI_ERRNO_PERM);
  return 0;
}
