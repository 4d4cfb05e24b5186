// A path that ends with a slash is one of a directory, for every operation.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: wasm2native %t.wasm --dir=%t.dir::/ -o %t
// RUN: rm -rf %t.dir && mkdir -p %t.dir/directory && touch %t.dir/file
// RUN: ln -s directory %t.dir/link && ln -s file %t.dir/file-link
// RUN: %run %t
// RUN: rm %t.dir/slash-inside
// RUN: %without-openat2 %run %t
#include "check.h"

static void checkLooking(void) {
  __wasi_fd_t File;
  __wasi_filestat_t Status;
  uint8_t Buffer[8];
  __wasi_size_t Used;
  CHECK(tryOpen(Root, "file/"), __WASI_ERRNO_NOTDIR);
  CHECK(tryOpen(Root, "file-link//"), __WASI_ERRNO_NOTDIR);
  CHECK(tryOpen(Root, "directory///"), 0);
  CHECK(tryOpen(Root, "link/"), 0);
  CHECK(tryOpen(Root, "link/."), 0);
  CHECK(openRights(Root, "new/", __WASI_OFLAGS_CREAT, __WASI_RIGHTS_FD_READ, &File),
        __WASI_ERRNO_ISDIR);
  CHECK(__wasi_path_filestat_get(Root, 0, "file/", &Status), __WASI_ERRNO_NOTDIR);
  CHECK(__wasi_path_filestat_get(Root, 0, "link/", &Status), 0);
  CHECK(Status.filetype, __WASI_FILETYPE_DIRECTORY);
  CHECK(__wasi_path_filestat_set_times(Root, 0, "file/", 0, 0, __WASI_FSTFLAGS_MTIM),
        __WASI_ERRNO_NOTDIR);
  CHECK(__wasi_path_readlink(Root, "link/", Buffer, sizeof(Buffer), &Used), __WASI_ERRNO_INVAL);
}

int main(void) {
  checkLooking();
  CHECK(__wasi_path_unlink_file(Root, "file/"), __WASI_ERRNO_NOTDIR);
  CHECK(__wasi_path_unlink_file(Root, "directory/"), __WASI_ERRNO_ISDIR);
  CHECK(__wasi_path_unlink_file(Root, "link/"), __WASI_ERRNO_NOTDIR);
  CHECK(__wasi_path_remove_directory(Root, "link/"), __WASI_ERRNO_NOTDIR);
  CHECK(__wasi_path_rename(Root, "file/", Root, "new"), __WASI_ERRNO_NOTDIR);
  CHECK(__wasi_path_rename(Root, "file", Root, "new/"), __WASI_ERRNO_NOTDIR);
  CHECK(__wasi_path_link(Root, 0, "file/", Root, "new"), __WASI_ERRNO_NOTDIR);
  CHECK(__wasi_path_link(Root, 0, "file", Root, "new/"), __WASI_ERRNO_NOENT);
  CHECK(__wasi_path_symlink("file", Root, "new/"), __WASI_ERRNO_NOENT);
  CHECK(__wasi_path_symlink("file", Root, "directory/"), __WASI_ERRNO_EXIST);
  CHECK(__wasi_path_symlink("file", Root, "file/"), __WASI_ERRNO_NOTDIR);
  CHECK(__wasi_path_symlink("file/", Root, "slash-inside"), 0);
  CHECK(tryOpen(Root, "slash-inside"), __WASI_ERRNO_NOTDIR);

  CHECK(__wasi_path_create_directory(Root, "made/"), 0);
  CHECK(__wasi_path_rename(Root, "made/", Root, "renamed/"), 0);
  CHECK(__wasi_path_remove_directory(Root, "renamed//"), 0);
  return 0;
}
