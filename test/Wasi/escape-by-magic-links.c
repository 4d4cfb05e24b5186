// The links of /proc that lead to open files and directories are not followed.
// REQUIRES: linux
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: wasm2native %t.wasm --dir=/proc::/ --dir=/::/all -o %t
// RUN: %run %t < /dev/null
// RUN: %without-openat2 %run %t < /dev/null
#include "check.h"

int main(void) {
  // Descriptor 4 of the host is the whole file system, which another directory gives.
  static const char *const Paths[] = {"self/root",
                                      "self/root/etc/passwd",
                                      "self/cwd",
                                      "self/cwd/.",
                                      "self/exe",
                                      "self/fd/0",
                                      "self/fd/4",
                                      "self/fd/4/etc/",
                                      "self/fd/4/etc/passwd",
                                      "self/../self/root/etc"};
  __wasi_fd_t File;
  const __wasi_rights_t Read = __WASI_RIGHTS_FD_READ;
  for (size_t I = 0; I < sizeof(Paths) / sizeof(*Paths); ++I) {
    int Error = openRights(Root, Paths[I], 0, Read, &File);
    CHECK(Error == __WASI_ERRNO_PERM || Error == __WASI_ERRNO_LOOP, 1);
    Error = __wasi_path_open(Root, 0, Paths[I], 0, Read, 0, 0, &File);
    CHECK(Error == __WASI_ERRNO_PERM || Error == __WASI_ERRNO_LOOP, 1);
  }
  // Other links of /proc are as any.
  CHECK(tryOpen(Root, "self/status"), 0);
  CHECK(tryOpen(Root, "self/fd/../status"), 0);
  CHECK(tryOpen(Root, "mounts"), 0);
  return 0;
}
