// Nothing beneath a read-only directory can be changed, and all of it can be read.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: rm -rf %t.dir %t.other && mkdir -p %t.dir/directory %t.other
// RUN: echo kept > %t.dir/file && ln -s file %t.dir/link
// RUN: wasm2native %t.wasm --dir=%t.dir::/fixed:ro --dir=%t.other::/other -o %t
// RUN: %run %t
// RUN: FileCheck %s < %t.dir/file
// RUN: ls %t.dir | count 3
// CHECK: kept
#include "check.h"

enum { Other = 4 };

static void checkOpening(int Directory, const char *Path) {
  const int Read = __WASI_RIGHTS_FD_READ;
  __wasi_fd_t File;
  CHECK(openRights(Directory, Path, 0, Read | __WASI_RIGHTS_FD_WRITE, &File), __WASI_ERRNO_ROFS);
  CHECK(openRights(Directory, Path, 0, __WASI_RIGHTS_FD_FILESTAT_SET_SIZE, &File),
        __WASI_ERRNO_ROFS);
  CHECK(openRights(Directory, Path, __WASI_OFLAGS_TRUNC, Read, &File), __WASI_ERRNO_ROFS);
  CHECK(openRights(Directory, "new", __WASI_OFLAGS_CREAT, Read, &File), __WASI_ERRNO_ROFS);
  // Rights to change, as some libraries ask for even to read, do not make it fail.
  CHECK(openRights(Directory, Path, __WASI_OFLAGS_CREAT, Read | __WASI_RIGHTS_FD_FILESTAT_SET_TIMES,
                   &File),
        0);
  CHECK(__wasi_fd_filestat_set_times(File, 0, 0, __WASI_FSTFLAGS_MTIM_NOW), __WASI_ERRNO_ROFS);
  CHECK(__wasi_fd_allocate(File, 0, 10), __WASI_ERRNO_NOTCAPABLE);
  CHECK(__wasi_fd_close(File), 0);
}

static void checkEntries(int Directory) {
  CHECK(__wasi_path_create_directory(Directory, "new"), __WASI_ERRNO_ROFS);
  CHECK(__wasi_path_remove_directory(Directory, "directory"), __WASI_ERRNO_ROFS);
  CHECK(__wasi_path_unlink_file(Directory, "file"), __WASI_ERRNO_ROFS);
  CHECK(__wasi_path_symlink("file", Directory, "new"), __WASI_ERRNO_ROFS);
  CHECK(__wasi_path_rename(Directory, "file", Other, "stolen"), __WASI_ERRNO_ROFS);
  // A link elsewhere would be a way to write to the file.
  CHECK(__wasi_path_link(Directory, 0, "file", Other, "stolen"), __WASI_ERRNO_ROFS);
  CHECK(__wasi_path_filestat_set_times(Directory, 0, "file", 0, 0, __WASI_FSTFLAGS_MTIM),
        __WASI_ERRNO_ROFS);
}

int main(void) {
  __wasi_fd_t Directory;
  __wasi_fd_t File;
  checkOpening(Root, "file");
  checkOpening(Root, "link");
  checkEntries(Root);
  // What is opened beneath is as read-only.
  const __wasi_rights_t All = ~0ull;
  CHECK(__wasi_path_open(Root, 0, ".", __WASI_OFLAGS_DIRECTORY,
                         All & ~(__wasi_rights_t)__WASI_RIGHTS_FD_WRITE, All, 0, &Directory),
        0);
  checkOpening(Directory, "file");
  checkEntries(Directory);
  CHECK(openRights(Other, "made", __WASI_OFLAGS_CREAT, __WASI_RIGHTS_FD_WRITE, &File), 0);
  CHECK(__wasi_path_rename(Other, "made", Root, "new"), __WASI_ERRNO_ROFS);
  CHECK(__wasi_path_link(Other, 0, "made", Root, "new"), __WASI_ERRNO_ROFS);
  return 0;
}
