//===- files_linux.c - Open files on Linux ----------------------------------===//

#include "platform/filetype.h"
#include "platform/host.h"
#include "platform/linux/open_flags.h"
#include "platform/linux/result.h"
#include "platform/linux/statx.h"
#include "platform/linux/syscall.h"
#include "platform/linux/times.h"

static int64_t call(int64_t number, int fd, uint64_t b, uint64_t c, uint64_t d, uint64_t e) {
  return w2n_linux_result(w2n_syscall(number, (uint64_t)fd, b, c, d, e, 0));
}

int64_t w2n_host_read(int fd, const w2n_host_buffer *buffers, uint32_t count) {
  return call(W2N_SYS_readv, fd, (uintptr_t)buffers, count, 0, 0);
}

int64_t w2n_host_write(int fd, const w2n_host_buffer *buffers, uint32_t count) {
  return call(W2N_SYS_writev, fd, (uintptr_t)buffers, count, 0, 0);
}

int64_t w2n_host_read_at(int fd, const w2n_host_buffer *buffers, uint32_t count, uint64_t offset) {
  return call(W2N_SYS_preadv, fd, (uintptr_t)buffers, count, offset, 0);
}

int64_t w2n_host_write_at(int fd, const w2n_host_buffer *buffers, uint32_t count, uint64_t offset) {
  return call(W2N_SYS_pwritev, fd, (uintptr_t)buffers, count, offset, 0);
}

// The numbers of whence are those of WASI.
int64_t w2n_host_seek(int fd, int64_t offset, uint32_t whence) {
  return call(W2N_SYS_lseek, fd, (uint64_t)offset, whence, 0, 0);
}

int64_t w2n_host_close(int fd) { return call(W2N_SYS_close, fd, 0, 0, 0, 0); }

int64_t w2n_host_duplicate(int fd) {
  enum { F_DUPFD_CLOEXEC = 1030 };
  return call(W2N_SYS_fcntl, fd, F_DUPFD_CLOEXEC, 0, 0, 0);
}

int64_t w2n_host_sync(int fd) { return call(W2N_SYS_fsync, fd, 0, 0, 0, 0); }

int64_t w2n_host_sync_data(int fd) { return call(W2N_SYS_fdatasync, fd, 0, 0, 0, 0); }

int64_t w2n_host_advise(int fd, uint64_t offset, uint64_t length, uint32_t advice) {
  // POSIX_FADV_* in the order of WASI, which has the second and the third swapped.
  static const uint8_t numbers[] = {0, 2, 1, 3, 4, 5};
  return call(W2N_SYS_fadvise64, fd, offset, length, numbers[advice], 0);
}

int64_t w2n_host_allocate(int fd, uint64_t offset, uint64_t length) {
  return call(W2N_SYS_fallocate, fd, 0, offset, length, 0);
}

int64_t w2n_host_set_size(int fd, uint64_t size) {
  return call(W2N_SYS_ftruncate, fd, size, 0, 0, 0);
}

int64_t w2n_host_set_times(int fd, const w2n_host_times *times) {
  return w2n_linux_set_times(fd, 0, times);
}

static struct w2n_timespec chosen_time(uint64_t time, uint32_t flags, uint32_t given,
                                       uint32_t now) {
  enum { UTIME_NOW = 0x3FFFFFFF, UTIME_OMIT = 0x3FFFFFFE };
  if (flags & now)
    return (struct w2n_timespec){0, UTIME_NOW};
  return flags & given ? w2n_timespec_of(time) : (struct w2n_timespec){0, UTIME_OMIT};
}

int64_t w2n_linux_set_times(int fd, const char *name, const w2n_host_times *times) {
  const struct w2n_timespec both[2] = {
      chosen_time(times->accessed, times->flags, W2N_WASI_FSTFLAGS_ATIM,
                  W2N_WASI_FSTFLAGS_ATIM_NOW),
      chosen_time(times->modified, times->flags, W2N_WASI_FSTFLAGS_MTIM,
                  W2N_WASI_FSTFLAGS_MTIM_NOW),
  };
  return call(W2N_SYS_utimensat, fd, (uintptr_t)name, (uintptr_t)both,
              name ? W2N_AT_SYMLINK_NOFOLLOW : 0, 0);
}

static uint64_t nanoseconds_of(const struct w2n_statx_time *time) {
  // WASI has no times before 1970.
  if (time->seconds < 0)
    return 0;
  return (uint64_t)time->seconds * W2N_NANOSECONDS_PER_SECOND + time->nanoseconds;
}

int64_t w2n_linux_statx(int fd, const char *name, w2n_wasi_filestat *result) {
  struct w2n_statx status;
  int64_t error = call(W2N_SYS_statx, fd, (uintptr_t)name,
                       W2N_AT_SYMLINK_NOFOLLOW | (*name ? 0 : W2N_AT_EMPTY_PATH),
                       W2N_STATX_BASIC_STATS, (uintptr_t)&status);
  if (error < 0)
    return error;
  *result = (w2n_wasi_filestat){
      .device = (uint64_t)status.dev_major << 32 | status.dev_minor,
      .inode = status.inode,
      .filetype = w2n_filetype_of_mode(status.mode),
      .link_count = status.link_count,
      .size = status.size,
      .accessed = nanoseconds_of(&status.accessed),
      .modified = nanoseconds_of(&status.modified),
      .changed = nanoseconds_of(&status.changed),
  };
  return 0;
}

int64_t w2n_host_status(int fd, w2n_wasi_filestat *result) {
  int64_t error = w2n_linux_statx(fd, "", result);
  if (error >= 0 && result->filetype == W2N_WASI_FILETYPE_SOCKET_STREAM) {
    int64_t type = w2n_host_socket_type(fd);
    if (type >= 0)
      result->filetype = (uint8_t)type;
  }
  return error;
}

int64_t w2n_host_get_mode(int fd, w2n_host_mode *result) {
  enum { F_GETFL = 3 };
  int64_t flags = call(W2N_SYS_fcntl, fd, F_GETFL, 0, 0, 0);
  if (flags >= 0)
    *result = w2n_linux_mode((uint32_t)flags);
  return flags < 0 ? flags : 0;
}

int64_t w2n_host_set_flags(int fd, uint16_t fdflags) {
  enum { F_GETFL = 3, F_SETFL = 4 };
  int64_t flags = call(W2N_SYS_fcntl, fd, F_GETFL, 0, 0, 0);
  if (flags < 0)
    return flags;
  const uint32_t settable = W2N_O_APPEND | W2N_O_NONBLOCK;
  uint32_t changed = ((uint32_t)flags & ~settable) | (w2n_linux_fdflags(fdflags) & settable);
  return call(W2N_SYS_fcntl, fd, F_SETFL, changed, 0, 0);
}

int w2n_host_is_terminal(int fd) {
  enum { TCGETS = 0x5401 };
  // Larger than the kernel's struct termios.
  uint8_t settings[64];
  return call(W2N_SYS_ioctl, fd, TCGETS, (uintptr_t)settings, 0, 0) == 0;
}
