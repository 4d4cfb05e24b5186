//===- paths_darwin.c - Names in directories on macOS -----------------------===//

#include "platform/darwin/libsystem.h"
#include "platform/darwin/open_flags.h"
#include "platform/darwin/result.h"
#include "platform/darwin/times.h"
#include "platform/host.h"
#include "wasi/walk.h"

enum { NEW_FILE_MODE = 0666, NEW_DIRECTORY_MODE = 0777 };

int64_t w2n_host_open_path(const char *path) {
  return w2n_darwin_result(open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

int64_t w2n_host_open_beneath(int fd, const char *path) { return w2n_walk_beneath(fd, path); }

int64_t w2n_host_enter(int fd, const char *name) {
  return w2n_darwin_result(
      openat(fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
}

int64_t w2n_host_open(int fd, const char *name, const w2n_host_mode *mode) {
  int flags = O_NOFOLLOW | O_CLOEXEC | O_NOCTTY | w2n_darwin_fdflags(mode->fdflags);
  if (mode->writes)
    flags |= mode->reads ? O_RDWR : O_WRONLY;
  if (mode->oflags & W2N_WASI_OFLAGS_CREAT)
    flags |= O_CREAT;
  if (mode->oflags & W2N_WASI_OFLAGS_DIRECTORY)
    flags |= O_DIRECTORY;
  if (mode->oflags & W2N_WASI_OFLAGS_EXCL)
    flags |= O_EXCL;
  if (mode->oflags & W2N_WASI_OFLAGS_TRUNC)
    flags |= O_TRUNC;
  return w2n_darwin_result(openat(fd, name, flags, NEW_FILE_MODE));
}

int64_t w2n_host_status_of(int fd, const char *name, w2n_wasi_filestat *result) {
  struct stat status;
  int64_t error = w2n_darwin_result(fstatat(fd, name, &status, AT_SYMLINK_NOFOLLOW));
  if (error >= 0)
    *result = w2n_darwin_filestat(&status);
  return error;
}

int64_t w2n_host_set_times_of(int fd, const char *name, const w2n_host_times *times) {
  struct timespec both[2];
  w2n_darwin_times(times, both);
  return w2n_darwin_result(utimensat(fd, name, both, AT_SYMLINK_NOFOLLOW));
}

int64_t w2n_host_read_link(int fd, const char *name, char *buffer, size_t size) {
  return w2n_darwin_result(readlinkat(fd, name, buffer, size));
}

int64_t w2n_host_make_directory(int fd, const char *name) {
  return w2n_darwin_result(mkdirat(fd, name, NEW_DIRECTORY_MODE));
}

int64_t w2n_host_remove_directory(int fd, const char *name) {
  return w2n_darwin_result(unlinkat(fd, name, AT_REMOVEDIR));
}

int64_t w2n_host_remove_file(int fd, const char *name) {
  int64_t result = w2n_darwin_result(unlinkat(fd, name, 0));
  w2n_wasi_filestat status;
  // Programs expect the error of Linux for a directory.
  if (result == -W2N_WASI_PERM && w2n_host_status_of(fd, name, &status) >= 0 &&
      status.filetype == W2N_WASI_FILETYPE_DIRECTORY)
    return -W2N_WASI_ISDIR;
  return result;
}

int64_t w2n_host_rename(int from_fd, const char *from, int to_fd, const char *to) {
  return w2n_darwin_result(renameat(from_fd, from, to_fd, to));
}

int64_t w2n_host_link(int from_fd, const char *from, int to_fd, const char *to) {
  return w2n_darwin_result(linkat(from_fd, from, to_fd, to, 0));
}

int64_t w2n_host_make_link(const char *target, int fd, const char *name) {
  return w2n_darwin_result(symlinkat(target, fd, name));
}
