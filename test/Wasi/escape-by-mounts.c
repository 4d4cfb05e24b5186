// From a directory that is mounted inside, .. leads to where it is mounted and not beyond.
// REQUIRES: tmpfs
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: rm -rf %t.dir && mkdir -p %t.dir/root/a/mounted %t.dir/other/below
// RUN: echo secret > %t.dir/secret && echo inside > %t.dir/root/inside
// RUN: wasm2native %t.wasm --dir=%t.dir/root::/ -o %t
// RUN: env DIR=%t.dir PROGRAM=%t unshare -m bash -c \
// RUN:   'mount --bind $DIR/other $DIR/root/a/mounted && %run $PROGRAM && \
// RUN:    %without-openat2 %run $PROGRAM'
#include "check.h"

int main(void) {
  CHECK(tryOpen(Root, "a/mounted/below"), 0);
  CHECK(tryOpen(Root, "a/mounted/below/../../../inside"), 0);
  CHECK(tryOpen(Root, "a/mounted/../secret"), __WASI_ERRNO_NOENT);
  CHECK(tryOpen(Root, "a/mounted/../../secret"), __WASI_ERRNO_NOENT);
  CHECK(tryOpen(Root, "a/mounted/../../../secret"), __WASI_ERRNO_PERM);
  // A link from one file system to the other cannot be.
  CHECK(__wasi_path_link(Root, 0, "inside", Root, "a/mounted/x"), __WASI_ERRNO_XDEV);
  CHECK(__wasi_path_rename(Root, "inside", Root, "a/mounted/x"), __WASI_ERRNO_XDEV);
  return 0;
}
