// Empty, too long and otherwise odd paths each have their error.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: rm -rf %t.dir && mkdir -p %t.dir/directory && touch %t.dir/file
// RUN: wasm2native %t.wasm --dir=%t.dir::/ -o %t
// RUN: %run %t
// RUN: %without-openat2 %run %t
#include "check.h"
#include <string.h>

__attribute__((import_module("wasi_snapshot_preview1"), import_name("path_open"))) int
pathOpen(int Directory, int Lookup, const char *Path, size_t Length, int OFlags, long long Rights,
         long long Inheriting, int FdFlags, __wasi_fd_t *Result);

static int tryBytes(const char *Path, size_t Length) {
  __wasi_fd_t File;
  return pathOpen(Root, 0, Path, Length, 0, __WASI_RIGHTS_FD_READ, 0, 0, &File);
}

int main(void) {
  CHECK(tryBytes("", 0), __WASI_ERRNO_NOENT);
  CHECK(tryBytes("file\0", 5), __WASI_ERRNO_INVAL);
  CHECK(tryBytes("fi\0le", 5), __WASI_ERRNO_INVAL);
  CHECK(tryBytes("filex", 4), 0);
  CHECK(tryBytes("file/below", 10), __WASI_ERRNO_NOTDIR);
  CHECK(tryBytes("none/below", 10), __WASI_ERRNO_NOENT);

  static char Long[70000];
  memset(Long, 'x', sizeof(Long));
  CHECK(tryBytes(Long, 300), __WASI_ERRNO_NAMETOOLONG);
  CHECK(tryBytes(Long, 4095), __WASI_ERRNO_NAMETOOLONG);
  CHECK(tryBytes(Long, 4096), __WASI_ERRNO_NAMETOOLONG);
  CHECK(tryBytes(Long, sizeof(Long)), __WASI_ERRNO_NAMETOOLONG);
  for (size_t I = 0; I < sizeof(Long); I += 2)
    memcpy(Long + I, "./", 2);
  memcpy(Long + 4090, "file", 4);
  CHECK(tryBytes(Long, 4094), 0);
  for (size_t I = 0; I < 4080; I += 15)
    memcpy(Long + I, "directory//..//", 15);
  memcpy(Long + 4080, "file", 4);
  CHECK(tryBytes(Long, 4084), 0);
  memcpy(Long + 4080, "../file", 7);
  CHECK(tryBytes(Long, 4087), __WASI_ERRNO_PERM);

  __wasi_fd_t File;
  CHECK(openRights(Root, "file", 0, __WASI_RIGHTS_FD_READ, &File), 0);
  CHECK(tryOpen(File, "file"), __WASI_ERRNO_NOTDIR);
  CHECK(tryOpen(99, "file"), __WASI_ERRNO_BADF);
  CHECK(openRights(Root, "file", __WASI_OFLAGS_DIRECTORY, __WASI_RIGHTS_FD_READ, &File),
        __WASI_ERRNO_NOTDIR);
  CHECK(openRights(Root, "directory", 0, __WASI_RIGHTS_FD_WRITE, &File), __WASI_ERRNO_ISDIR);
  CHECK(openRights(Root, "new", __WASI_OFLAGS_CREAT | __WASI_OFLAGS_DIRECTORY, 0, &File),
        __WASI_ERRNO_INVAL);
  return 0;
}
