// Each function that needs a right is refused without it, whatever others there are.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: rm -rf %t.dir && mkdir -p %t.dir && touch %t.dir/file
// RUN: wasm2native %t.wasm --dir=%t.dir::/ -o %t && %run %t
// RUN: wasm2native %t.wasm --bounds=explicit --dir=%t.dir::/ -o %t && %run %t
// RUN: %if run-aarch64 %{ wasm2native %t.wasm --target=aarch64-linux-gnu \
// RUN:   --dir=%t.dir::/ -o %t.aarch64 && %run-aarch64 %t.aarch64 %}
#include "check.h"

#include <string.h>

static __wasi_fd_t openWithout(const char *Path, int OFlags, __wasi_rights_t Missing) {
  // What does not apply to a directory would make it be opened for writing.
  const __wasi_rights_t All = ~0ull & ~(OFlags ? __WASI_RIGHTS_FD_WRITE : 0ull);
  __wasi_fd_t Result;
  CHECK(__wasi_path_open(Root, 0, Path, OFlags, All, All, 0, &Result), 0);
  __wasi_fdstat_t State;
  CHECK(__wasi_fd_fdstat_get(Result, &State), 0);
  CHECK((State.fs_rights_base & Missing) == Missing, 1);
  CHECK(__wasi_fd_fdstat_set_rights(Result, State.fs_rights_base & ~Missing,
                                    State.fs_rights_inheriting),
        0);
  return Result;
}

// CALL, which uses Fd, works with all rights but this one only if it does not need it.
#define REFUSED(PATH, OFLAGS, RIGHT, CALL)                                                         \
  do {                                                                                             \
    const __wasi_fd_t Fd = openWithout(PATH, OFLAGS, __WASI_RIGHTS_##RIGHT);                       \
    CHECK(CALL, __WASI_ERRNO_NOTCAPABLE);                                                          \
    CHECK(__wasi_fd_close(Fd), 0);                                                                 \
  } while (0)
#define FILE_REFUSED(RIGHT, CALL) REFUSED("file", 0, RIGHT, CALL)
#define DIRECTORY_REFUSED(RIGHT, CALL) REFUSED(".", __WASI_OFLAGS_DIRECTORY, RIGHT, CALL)

static __wasi_fd_t File;
static __wasi_size_t Size;
static __wasi_filesize_t Offset;
static __wasi_filestat_t Status;
static uint8_t Bytes[64];
static const __wasi_iovec_t In = {Bytes, 1};
static const __wasi_ciovec_t Out = {Bytes, 1};

static void checkFiles(void) {
  FILE_REFUSED(FD_DATASYNC, __wasi_fd_datasync(Fd));
  FILE_REFUSED(FD_SYNC, __wasi_fd_sync(Fd));
  FILE_REFUSED(FD_READ, __wasi_fd_read(Fd, &In, 1, &Size));
  FILE_REFUSED(FD_READ, __wasi_fd_pread(Fd, &In, 1, 0, &Size));
  FILE_REFUSED(FD_SEEK, __wasi_fd_pread(Fd, &In, 1, 0, &Size));
  FILE_REFUSED(FD_WRITE, __wasi_fd_write(Fd, &Out, 1, &Size));
  FILE_REFUSED(FD_WRITE, __wasi_fd_pwrite(Fd, &Out, 1, 0, &Size));
  FILE_REFUSED(FD_SEEK, __wasi_fd_pwrite(Fd, &Out, 1, 0, &Size));
  FILE_REFUSED(FD_SEEK, __wasi_fd_seek(Fd, 1, __WASI_WHENCE_SET, &Offset));
  FILE_REFUSED(FD_FDSTAT_SET_FLAGS, __wasi_fd_fdstat_set_flags(Fd, 0));
  FILE_REFUSED(FD_ADVISE, __wasi_fd_advise(Fd, 0, 0, 0));
  FILE_REFUSED(FD_ALLOCATE, __wasi_fd_allocate(Fd, 0, 1));
  FILE_REFUSED(FD_FILESTAT_GET, __wasi_fd_filestat_get(Fd, &Status));
  FILE_REFUSED(FD_FILESTAT_SET_SIZE, __wasi_fd_filestat_set_size(Fd, 0));
  FILE_REFUSED(FD_FILESTAT_SET_TIMES, __wasi_fd_filestat_set_times(Fd, 0, 0, 0));
  // Either of two rights does to ask where one is.
  const __wasi_fd_t Fd = openWithout("file", 0, __WASI_RIGHTS_FD_TELL | __WASI_RIGHTS_FD_SEEK);
  CHECK(__wasi_fd_tell(Fd, &Offset), __WASI_ERRNO_NOTCAPABLE);
  CHECK(__wasi_fd_seek(Fd, 0, __WASI_WHENCE_CUR, &Offset), __WASI_ERRNO_NOTCAPABLE);
  CHECK(__wasi_fd_tell(openWithout("file", 0, __WASI_RIGHTS_FD_TELL), &Offset), 0);
  CHECK(__wasi_fd_tell(openWithout("file", 0, __WASI_RIGHTS_FD_SEEK), &Offset), 0);
}

static void checkDirectories(void) {
  DIRECTORY_REFUSED(FD_READDIR, __wasi_fd_readdir(Fd, Bytes, sizeof(Bytes), 0, &Size));
  DIRECTORY_REFUSED(PATH_CREATE_DIRECTORY, __wasi_path_create_directory(Fd, "new"));
  DIRECTORY_REFUSED(PATH_REMOVE_DIRECTORY, __wasi_path_remove_directory(Fd, "file"));
  DIRECTORY_REFUSED(PATH_UNLINK_FILE, __wasi_path_unlink_file(Fd, "file"));
  DIRECTORY_REFUSED(PATH_SYMLINK, __wasi_path_symlink("file", Fd, "new"));
  DIRECTORY_REFUSED(PATH_READLINK, __wasi_path_readlink(Fd, "file", Bytes, 1, &Size));
  DIRECTORY_REFUSED(PATH_LINK_SOURCE, __wasi_path_link(Fd, 0, "file", Root, "new"));
  DIRECTORY_REFUSED(PATH_LINK_TARGET, __wasi_path_link(Root, 0, "file", Fd, "new"));
  DIRECTORY_REFUSED(PATH_RENAME_SOURCE, __wasi_path_rename(Fd, "file", Root, "new"));
  DIRECTORY_REFUSED(PATH_RENAME_TARGET, __wasi_path_rename(Root, "file", Fd, "new"));
  DIRECTORY_REFUSED(PATH_FILESTAT_GET, __wasi_path_filestat_get(Fd, 0, "file", &Status));
  DIRECTORY_REFUSED(PATH_FILESTAT_SET_TIMES,
                    __wasi_path_filestat_set_times(Fd, 0, "file", 0, 0, 0));
}

static int openBy(int Fd, int OFlags, int FdFlags) {
  return __wasi_path_open(Fd, 0, "file", OFlags, __WASI_RIGHTS_FD_READ, 0, FdFlags, &File);
}

static void checkOpening(void) {
  DIRECTORY_REFUSED(PATH_OPEN, openBy(Fd, 0, 0));
  DIRECTORY_REFUSED(PATH_CREATE_FILE, openBy(Fd, __WASI_OFLAGS_CREAT, 0));
  DIRECTORY_REFUSED(PATH_FILESTAT_SET_SIZE, openBy(Fd, __WASI_OFLAGS_TRUNC, 0));
  DIRECTORY_REFUSED(FD_DATASYNC, openBy(Fd, 0, __WASI_FDFLAGS_DSYNC));
  DIRECTORY_REFUSED(FD_SYNC, openBy(Fd, 0, __WASI_FDFLAGS_SYNC));
  DIRECTORY_REFUSED(FD_SYNC, openBy(Fd, 0, __WASI_FDFLAGS_RSYNC));
}

int main(void) {
  checkFiles();
  checkDirectories();
  checkOpening();
  CHECK(tryOpen(Root, "new"), __WASI_ERRNO_NOENT);
  return 0;
}
