// A descriptor can do what its rights say; they are handed down and never grow.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: rm -rf %t.dir && mkdir -p %t.dir && echo 0123456789 > %t.dir/file
// RUN: wasm2native %t.wasm --dir=%t.dir::/ -o %t
// RUN: %run %t
#include "check.h"

static __wasi_fdstat_t stateOf(int Descriptor) {
  __wasi_fdstat_t State;
  CHECK(__wasi_fd_fdstat_get(Descriptor, &State), 0);
  return State;
}

static void checkFile(void) {
  const __wasi_rights_t Rights = __WASI_RIGHTS_FD_READ | __WASI_RIGHTS_FD_TELL;
  uint8_t Byte;
  __wasi_iovec_t Buffer = {&Byte, 1};
  __wasi_ciovec_t Constant = {&Byte, 1};
  __wasi_size_t Size;
  __wasi_filesize_t Offset;
  __wasi_fd_t File;
  CHECK(openRights(Root, "file", 0, Rights | __WASI_RIGHTS_PATH_OPEN, &File), 0);
  // What does not apply to files is left out.
  CHECK(stateOf(File).fs_rights_base, Rights);
  CHECK(stateOf(File).fs_rights_inheriting, 0);
  CHECK(__wasi_fd_read(File, &Buffer, 1, &Size), 0);
  CHECK(__wasi_fd_tell(File, &Offset), 0);
  CHECK(Offset, 1);
  CHECK(__wasi_fd_seek(File, 0, __WASI_WHENCE_CUR, &Offset), 0);
  CHECK(__wasi_fd_seek(File, 0, __WASI_WHENCE_SET, &Offset), __WASI_ERRNO_NOTCAPABLE);
  CHECK(__wasi_fd_pread(File, &Buffer, 1, 0, &Size), __WASI_ERRNO_NOTCAPABLE);
  // It is not even open for writing.
  CHECK(__wasi_fd_write(File, &Constant, 1, &Size), __WASI_ERRNO_BADF);
  CHECK(__wasi_fd_pwrite(File, &Constant, 1, 0, &Size), __WASI_ERRNO_BADF);
  CHECK(__wasi_fd_sync(File), __WASI_ERRNO_NOTCAPABLE);
  CHECK(__wasi_fd_fdstat_set_rights(File, Rights | __WASI_RIGHTS_FD_SEEK, 0),
        __WASI_ERRNO_NOTCAPABLE);
  CHECK(__wasi_fd_fdstat_set_rights(File, __WASI_RIGHTS_FD_TELL, 0), 0);
  CHECK(__wasi_fd_read(File, &Buffer, 1, &Size), __WASI_ERRNO_NOTCAPABLE);

  CHECK(openRights(Root, "file", 0, __WASI_RIGHTS_FD_WRITE | __WASI_RIGHTS_FD_SEEK, &File), 0);
  CHECK(__wasi_fd_read(File, &Buffer, 1, &Size), __WASI_ERRNO_BADF);
  CHECK(__wasi_fd_pread(File, &Buffer, 1, 0, &Size), __WASI_ERRNO_BADF);
  CHECK(__wasi_fd_pwrite(File, &Constant, 0, 0, &Size), 0);
  CHECK(__wasi_fd_fdstat_set_rights(File, __WASI_RIGHTS_FD_SEEK, 0), 0);
  CHECK(__wasi_fd_write(File, &Constant, 0, &Size), __WASI_ERRNO_NOTCAPABLE);
}

// A descriptor can be waited for to do what its rights say.
static void checkWaiting(void) {
  __wasi_fd_t File;
  CHECK(openRights(Root, "file", 0, __WASI_RIGHTS_FD_READ | __WASI_RIGHTS_POLL_FD_READWRITE, &File),
        0);
  for (int Type = __WASI_EVENTTYPE_FD_READ; Type <= __WASI_EVENTTYPE_FD_WRITE; ++Type) {
    __wasi_subscription_t Subscription = {.userdata = 1};
    Subscription.u.tag = Type;
    Subscription.u.u.fd_read.file_descriptor = File;
    __wasi_event_t Event;
    __wasi_size_t Count;
    CHECK(__wasi_poll_oneoff(&Subscription, &Event, 1, &Count), 0);
    CHECK(Count, 1);
    CHECK(Event.error, Type == __WASI_EVENTTYPE_FD_READ ? 0 : __WASI_ERRNO_NOTCAPABLE);
  }
}

static void checkDirectory(void) {
  __wasi_fd_t Directory;
  __wasi_fd_t File;
  uint8_t Byte;
  __wasi_iovec_t Buffer = {&Byte, 1};
  __wasi_size_t Size;
  __wasi_filesize_t Offset;
  const __wasi_rights_t Inheriting = __WASI_RIGHTS_FD_READ;
  CHECK(__wasi_path_open(Root, 0, ".", __WASI_OFLAGS_DIRECTORY, __WASI_RIGHTS_PATH_OPEN, Inheriting,
                         0, &Directory),
        0);
  CHECK(stateOf(Directory).fs_rights_base, __WASI_RIGHTS_PATH_OPEN);
  CHECK(stateOf(Directory).fs_rights_inheriting, Inheriting);
  CHECK(openRights(Directory, "file", 0, Inheriting, &File), 0);
  CHECK(openRights(Directory, "file", 0, __WASI_RIGHTS_FD_WRITE, &File), __WASI_ERRNO_NOTCAPABLE);
  CHECK(openRights(Directory, "new", __WASI_OFLAGS_CREAT, 0, &File), __WASI_ERRNO_NOTCAPABLE);
  CHECK(__wasi_path_unlink_file(Directory, "file"), __WASI_ERRNO_NOTCAPABLE);
  CHECK(__wasi_path_create_directory(Directory, "new"), __WASI_ERRNO_NOTCAPABLE);
  CHECK(__wasi_fd_readdir(Directory, &Byte, 1, 0, &Size), __WASI_ERRNO_NOTCAPABLE);
  // For what can only be done with files it is not a descriptor.
  CHECK(__wasi_fd_read(Root, &Buffer, 1, &Size), __WASI_ERRNO_BADF);
  CHECK(__wasi_fd_seek(Root, 0, __WASI_WHENCE_SET, &Offset), __WASI_ERRNO_BADF);
  CHECK(stateOf(Root).fs_rights_base & __WASI_RIGHTS_FD_SEEK, 0);
}

int main(void) {
  checkFile();
  checkWaiting();
  checkDirectory();
  return 0;
}
