// A listing does not tell the number of the directory above the top, however it is opened.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: rm -rf %t.dir && mkdir -p %t.dir/below
// RUN: wasm2native %t.wasm --dir=%t.dir::/ -o %t
// RUN: %run %t
#include "list.h"

static void checkParent(int Directory, __wasi_inode_t Top) {
  Entry Found;
  int Dots = 0;
  for (__wasi_dircookie_t Position = 0; readEntry(Directory, Position, &Found);
       Position = Found.Header.d_next)
    if (!strcmp(Found.Name, "..") || !strcmp(Found.Name, ".")) {
      CHECK(Found.Header.d_ino, Top);
      ++Dots;
    }
  CHECK(Dots, 2);
}

int main(void) {
  __wasi_filestat_t Status;
  __wasi_fd_t Again;
  CHECK(__wasi_fd_filestat_get(Root, &Status), 0);
  checkParent(Root, Status.ino);
  CHECK(openRights(Root, ".", __WASI_OFLAGS_DIRECTORY, __WASI_RIGHTS_FD_READDIR, &Again), 0);
  checkParent(Again, Status.ino);
  CHECK(openRights(Root, "below/..", __WASI_OFLAGS_DIRECTORY, __WASI_RIGHTS_FD_READDIR, &Again), 0);
  checkParent(Again, Status.ino);
  return 0;
}
