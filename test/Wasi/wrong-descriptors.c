// Each function tells a number that is free, and what it cannot be used with.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: rm -rf %t.dir && mkdir -p %t.dir && touch %t.dir/file
// RUN: wasm2native %t.wasm --dir=%t.dir::/ -o %t && %run %t
// RUN: wasm2native %t.wasm --bounds=explicit --dir=%t.dir::/ -o %t && %run %t
// RUN: %if run-aarch64 %{ wasm2native %t.wasm --target=aarch64-linux-gnu \
// RUN:   --dir=%t.dir::/ -o %t.aarch64 && %run-aarch64 %t.aarch64 %}
#include "check.h"

static __wasi_fd_t Unused;
static __wasi_size_t Size;
static __wasi_filesize_t Offset;
static __wasi_filestat_t Status;
static __wasi_fdstat_t State;
static __wasi_prestat_t Preopen;
static __wasi_roflags_t Flags;
static uint8_t Bytes[64];
static const __wasi_iovec_t In = {Bytes, 1};
static const __wasi_ciovec_t Out = {Bytes, 1};

static void checkTransfer(int Fd) {
  const int Expected = __WASI_ERRNO_BADF;
  CHECK(__wasi_fd_read(Fd, &In, 1, &Size), Expected);
  CHECK(__wasi_fd_pread(Fd, &In, 1, 0, &Size), Expected);
  CHECK(__wasi_fd_write(Fd, &Out, 1, &Size), Expected);
  CHECK(__wasi_fd_pwrite(Fd, &Out, 1, 0, &Size), Expected);
  CHECK(__wasi_fd_seek(Fd, 0, __WASI_WHENCE_SET, &Offset), Expected);
  CHECK(__wasi_fd_tell(Fd, &Offset), Expected);
  CHECK(__wasi_fd_advise(Fd, 0, 0, 0), Expected);
  CHECK(__wasi_fd_allocate(Fd, 0, 1), Expected);
  CHECK(__wasi_fd_filestat_set_size(Fd, 0), Expected);
  __wasi_subscription_t Subscription = {.u.tag = __WASI_EVENTTYPE_FD_READ};
  Subscription.u.u.fd_read.file_descriptor = Fd;
  __wasi_event_t Event;
  CHECK(__wasi_poll_oneoff(&Subscription, &Event, 1, &Size), 0);
  CHECK(Event.error, Expected);
}

static void checkState(int Fd) {
  const int Expected = __WASI_ERRNO_BADF;
  CHECK(__wasi_fd_close(Fd), Expected);
  CHECK(__wasi_fd_datasync(Fd), Expected);
  CHECK(__wasi_fd_sync(Fd), Expected);
  CHECK(__wasi_fd_fdstat_get(Fd, &State), Expected);
  CHECK(__wasi_fd_fdstat_set_flags(Fd, 0), Expected);
  CHECK(__wasi_fd_fdstat_set_rights(Fd, 0, 0), Expected);
  CHECK(__wasi_fd_filestat_get(Fd, &Status), Expected);
  CHECK(__wasi_fd_filestat_set_times(Fd, 0, 0, 0), Expected);
  CHECK(__wasi_fd_renumber(Fd, 1), Expected);
  CHECK(__wasi_fd_renumber(1, Fd), Expected);
  CHECK(__wasi_fd_prestat_get(Fd, &Preopen), Expected);
  CHECK(__wasi_fd_prestat_dir_name(Fd, Bytes, 1), Expected);
}

// What takes a directory.
static void checkPaths(int Fd, int Expected) {
  CHECK(__wasi_fd_readdir(Fd, Bytes, 1, 0, &Size), Expected);
  CHECK(tryOpen(Fd, "file"), Expected);
  CHECK(__wasi_path_create_directory(Fd, "new"), Expected);
  CHECK(__wasi_path_remove_directory(Fd, "file"), Expected);
  CHECK(__wasi_path_unlink_file(Fd, "file"), Expected);
  CHECK(__wasi_path_filestat_get(Fd, 0, "file", &Status), Expected);
  CHECK(__wasi_path_filestat_set_times(Fd, 0, "file", 0, 0, 0), Expected);
  CHECK(__wasi_path_link(Fd, 0, "file", Root, "new"), Expected);
  CHECK(__wasi_path_link(Root, 0, "file", Fd, "new"), Expected);
  CHECK(__wasi_path_readlink(Fd, "file", Bytes, 1, &Size), Expected);
  CHECK(__wasi_path_rename(Fd, "file", Root, "new"), Expected);
  CHECK(__wasi_path_rename(Root, "file", Fd, "new"), Expected);
  CHECK(__wasi_path_symlink("file", Fd, "new"), Expected);
}

static void checkSockets(int Fd, int Expected) {
  CHECK(__wasi_sock_accept(Fd, 0, &Unused), Expected);
  CHECK(__wasi_sock_recv(Fd, &In, 1, 0, &Size, &Flags), Expected);
  CHECK(__wasi_sock_send(Fd, &Out, 1, 0, &Size), Expected);
  CHECK(__wasi_sock_shutdown(Fd, __WASI_SDFLAGS_RD), Expected);
}

int main(void) {
  const int Free[] = {Root + 1, 16384, -1};
  for (int I = 0; I < 3; ++I) {
    checkTransfer(Free[I]);
    checkState(Free[I]);
    checkPaths(Free[I], __WASI_ERRNO_BADF);
    checkSockets(Free[I], __WASI_ERRNO_BADF);
  }
  // A directory is nothing that bytes can be read from.
  checkTransfer(Root);
  checkSockets(Root, __WASI_ERRNO_NOTSOCK);
  __wasi_fd_t File, Directory;
  CHECK(openRights(Root, "file", 0, ~0ull, &File), 0);
  checkPaths(File, __WASI_ERRNO_NOTDIR);
  checkSockets(File, __WASI_ERRNO_NOTSOCK);
  // Only the directories that a program begins with have names.
  CHECK(openRights(Root, ".", __WASI_OFLAGS_DIRECTORY, __WASI_RIGHTS_PATH_OPEN, &Directory), 0);
  CHECK(__wasi_fd_prestat_get(File, &Preopen), __WASI_ERRNO_BADF);
  CHECK(__wasi_fd_prestat_get(Directory, &Preopen), __WASI_ERRNO_BADF);
  CHECK(__wasi_fd_prestat_dir_name(Directory, Bytes, 1), __WASI_ERRNO_BADF);
  return 0;
}
