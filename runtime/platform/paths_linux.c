//===- paths_linux.c - Names in directories on Linux ------------------------===//

#include "platform/host.h"
#include "platform/linux/open_flags.h"
#include "platform/linux/result.h"
#include "platform/linux/statx.h"
#include "platform/linux/syscall.h"
#include "platform/linux/times.h"
#include "wasi/walk.h"

enum { AT_FDCWD = -100, NEW_FILE_MODE = 0666, NEW_DIRECTORY_MODE = 0777 };

// The argument of openat2(2).
struct open_how {
  uint64_t flags;
  uint64_t mode;
  uint64_t resolve;
};
enum { RESOLVE_NO_MAGICLINKS = 0x02, RESOLVE_BENEATH = 0x08 };

static int64_t call(int64_t number, int fd, const char *name, uint64_t c, uint64_t d, uint64_t e) {
  return w2n_linux_result(w2n_syscall(number, (uint64_t)fd, (uintptr_t)name, c, d, e, 0));
}

int64_t w2n_host_open_path(const char *path) {
  return call(W2N_SYS_openat, AT_FDCWD, path, W2N_O_DIRECTORY | W2N_O_CLOEXEC, 0, 0);
}

int64_t w2n_host_open_beneath(int fd, const char *path) {
  const struct open_how how = {
      .flags = W2N_O_PATH | W2N_O_DIRECTORY | W2N_O_CLOEXEC,
      .resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS,
  };
  int64_t result = call(W2N_SYS_openat2, fd, path, (uintptr_t)&how, sizeof(how), 0);
  switch (result) {
  case -W2N_WASI_XDEV:
    return -W2N_WASI_PERM;
  // An older kernel, a filter that knows no openat2, or one that could not be sure since
  // a directory was moved meanwhile.
  case -W2N_WASI_NOSYS:
  case -W2N_WASI_PERM:
  case -W2N_WASI_AGAIN:
    return w2n_walk_beneath(fd, path);
  default:
    return result;
  }
}

int64_t w2n_host_enter(int fd, const char *name) {
  const uint32_t flags = W2N_O_PATH | W2N_O_DIRECTORY | W2N_O_NOFOLLOW | W2N_O_CLOEXEC;
  return call(W2N_SYS_openat, fd, name, flags, 0, 0);
}

int64_t w2n_host_open(int fd, const char *name, const w2n_host_mode *mode) {
  uint32_t flags = W2N_O_NOFOLLOW | W2N_O_CLOEXEC | W2N_O_NOCTTY | w2n_linux_fdflags(mode->fdflags);
  if (mode->writes)
    flags |= mode->reads ? W2N_O_RDWR : W2N_O_WRONLY;
  if (mode->oflags & W2N_WASI_OFLAGS_CREAT)
    flags |= W2N_O_CREAT;
  if (mode->oflags & W2N_WASI_OFLAGS_DIRECTORY)
    flags |= W2N_O_DIRECTORY;
  if (mode->oflags & W2N_WASI_OFLAGS_EXCL)
    flags |= W2N_O_EXCL;
  if (mode->oflags & W2N_WASI_OFLAGS_TRUNC)
    flags |= W2N_O_TRUNC;
  return call(W2N_SYS_openat, fd, name, flags, NEW_FILE_MODE, 0);
}

int64_t w2n_host_status_of(int fd, const char *name, w2n_wasi_filestat *result) {
  return w2n_linux_statx(fd, name, result);
}

int64_t w2n_host_set_times_of(int fd, const char *name, const w2n_host_times *times) {
  return w2n_linux_set_times(fd, name, times);
}

int64_t w2n_host_read_link(int fd, const char *name, char *buffer, size_t size) {
  // The kernel refuses an empty buffer, which WASI allows.
  char none;
  int64_t length =
      call(W2N_SYS_readlinkat, fd, name, (uintptr_t)(size ? buffer : &none), size ? size : 1, 0);
  return length > 0 && !size ? 0 : length;
}

int64_t w2n_host_make_directory(int fd, const char *name) {
  return call(W2N_SYS_mkdirat, fd, name, NEW_DIRECTORY_MODE, 0, 0);
}

int64_t w2n_host_remove_directory(int fd, const char *name) {
  return call(W2N_SYS_unlinkat, fd, name, W2N_AT_REMOVEDIR, 0, 0);
}

int64_t w2n_host_remove_file(int fd, const char *name) {
  return call(W2N_SYS_unlinkat, fd, name, 0, 0, 0);
}

int64_t w2n_host_rename(int from_fd, const char *from, int to_fd, const char *to) {
  return call(W2N_SYS_renameat2, from_fd, from, (uint64_t)to_fd, (uintptr_t)to, 0);
}

int64_t w2n_host_link(int from_fd, const char *from, int to_fd, const char *to) {
  return call(W2N_SYS_linkat, from_fd, from, (uint64_t)to_fd, (uintptr_t)to, 0);
}

int64_t w2n_host_make_link(const char *target, int fd, const char *name) {
  return w2n_linux_result(
      w2n_syscall(W2N_SYS_symlinkat, (uintptr_t)target, (uint64_t)fd, (uintptr_t)name, 0, 0, 0));
}
