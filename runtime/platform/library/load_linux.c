//===- load_linux.c - Loading libraries on Linux ---------------------------===//

#include "platform/library/load.h"

#include "platform/library/dl.h"
#include "platform/linux/syscall.h"
#include "platform/os.h"

enum { AT_FDCWD = -100, O_NONBLOCK = 04000, O_CLOEXEC = 02000000, SEEK_SET = 0, SEEK_END = 2 };
enum { MFD_CLOEXEC = 1, MFD_ALLOW_SEALING = 2, MFD_EXEC = 16 };
// Of an fcntl: no more seals, and no change of the size or the contents.
enum { F_ADD_SEALS = 1033, SEAL_ALL = 1 | 2 | 4 | 8 };
enum { EINTR = 4, ENOMEM = 12, EINVAL = 22 };

// Does not wait for the other end of a pipe.
static int64_t open_to_read(const char *path) {
  return w2n_syscall(W2N_SYS_openat, (uint64_t)(int64_t)AT_FDCWD, (uintptr_t)path,
                     O_NONBLOCK | O_CLOEXEC, 0, 0, 0);
}

static void close_fd(int fd) { w2n_syscall(W2N_SYS_close, (uint64_t)fd, 0, 0, 0, 0, 0); }

// Reads or writes all of a buffer. Gives 0, the negated error, or EINVAL where the file ends
// before.
static int64_t transfer(int64_t call, int fd, char *bytes, uint64_t size) {
  while (size > 0) {
    const int64_t done = w2n_syscall(call, (uint64_t)fd, (uintptr_t)bytes, size, 0, 0, 0);
    if (done == -EINTR)
      continue;
    if (done <= 0)
      return done < 0 ? done : -EINVAL;
    bytes += done;
    size -= (uint64_t)done;
  }
  return 0;
}

static int64_t read_open(int fd, void **bytes, uint64_t *size, uint64_t *capacity) {
  // A directory has a length of its own, but cannot be read.
  const int64_t readable = w2n_syscall(W2N_SYS_read, (uint64_t)fd, 0, 0, 0, 0, 0);
  if (readable < 0)
    return readable;
  const int64_t length = w2n_syscall(W2N_SYS_lseek, (uint64_t)fd, 0, SEEK_END, 0, 0, 0);
  const int64_t start = w2n_syscall(W2N_SYS_lseek, (uint64_t)fd, 0, SEEK_SET, 0, 0, 0);
  if (length < 0 || start < 0)
    return length < 0 ? length : start;
  *size = (uint64_t)length;
  *capacity = (*size + W2N_OS_GRANULE) & -(uint64_t)W2N_OS_GRANULE;
  *bytes = w2n_os_allocate(*capacity);
  if (!*bytes)
    return -ENOMEM;
  const int64_t result = transfer(W2N_SYS_read, fd, *bytes, *size);
  if (result < 0)
    w2n_os_release(*bytes, *capacity);
  return result;
}

const char *w2n_load_read(const char *path, void **bytes, uint64_t *size, uint64_t *capacity) {
  const int64_t fd = open_to_read(path);
  if (fd < 0)
    return strerror((int)-fd);
  const int64_t result = read_open((int)fd, bytes, size, capacity);
  close_fd((int)fd);
  return result < 0 ? strerror((int)-result) : 0;
}

const char *w2n_load_file(const char *path, struct w2n_loaded *result) {
  *result = (struct w2n_loaded){dlopen(path, RTLD_NOW), -1};
  return result->handle ? 0 : dlerror();
}

// A file without a name, in memory. Where there is a difference, it says that it is for code.
static int64_t create_copy(const char *name) {
  const uint64_t flags = MFD_CLOEXEC | MFD_ALLOW_SEALING;
  const int64_t fd =
      w2n_syscall(W2N_SYS_memfd_create, (uintptr_t)name, flags | MFD_EXEC, 0, 0, 0, 0);
  return fd != -EINVAL ? fd : w2n_syscall(W2N_SYS_memfd_create, (uintptr_t)name, flags, 0, 0, 0, 0);
}

// Its path. The C library takes libraries with one path for the same: the descriptor stays
// open as long as the library, so that nothing else gets its number.
static void write_path(int fd, char path[32]) {
  static const char folder[] = "/proc/self/fd/";
  __builtin_memcpy(path, folder, sizeof folder);
  char *at = path + sizeof folder - 1;
  int unit = 1;
  while (fd / unit >= 10)
    unit *= 10;
  for (; unit > 0; unit /= 10)
    *at++ = (char)('0' + fd / unit % 10);
  *at = '\0';
}

const char *w2n_load_copy(const char *name, const void *bytes, uint64_t size,
                          struct w2n_loaded *result) {
  *result = (struct w2n_loaded){0, -1};
  const int64_t fd = create_copy(name);
  if (fd < 0)
    return strerror((int)-fd);
  int64_t status = transfer(W2N_SYS_write, (int)fd, (char *)(uintptr_t)bytes, size);
  if (status == 0)
    status = w2n_syscall(W2N_SYS_fcntl, (uint64_t)fd, F_ADD_SEALS, SEAL_ALL, 0, 0, 0);
  if (status < 0) {
    close_fd((int)fd);
    return strerror((int)-status);
  }
  char path[32];
  write_path((int)fd, path);
  const char *problem = w2n_load_file(path, result);
  if (problem)
    close_fd((int)fd);
  else
    result->fd = (int)fd;
  return problem;
}

void *w2n_load_find(const struct w2n_loaded *loaded, const char *symbol) {
  return dlsym(loaded->handle, symbol);
}

void w2n_load_end(struct w2n_loaded *loaded) {
  dlclose(loaded->handle);
  if (loaded->fd >= 0)
    close_fd(loaded->fd);
}
