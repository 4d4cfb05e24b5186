//===- descriptors.c - Open files as libSystem has them --------------------===//

#include "libsystem.h"
#include "loader.h"
#include "machine.h"

#include <fcntl.h>
#include <limits.h>
#include <linux/falloc.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

// Darwin moves at most this many bytes, and takes at most so many buffers.
enum { DARWIN_IOV_MAX = 1024 };

static int is_size(size_t size) { return size <= INT_MAX; }
static int is_count(int count) { return count > 0 && count <= DARWIN_IOV_MAX; }
static int64_t invalid(void) { return machorun_error(DARWIN_EINVAL); }

int64_t darwin_read(int fd, void *buffer, size_t size) {
  return is_size(size) ? machorun_result(read(fd, buffer, size)) : invalid();
}

int64_t darwin_write(int fd, const void *buffer, size_t size) {
  return is_size(size) ? machorun_result(write(fd, buffer, size)) : invalid();
}

int64_t darwin_pread(int fd, void *buffer, size_t size, int64_t offset) {
  return is_size(size) ? machorun_result(pread(fd, buffer, size, offset)) : invalid();
}

int64_t darwin_pwrite(int fd, const void *buffer, size_t size, int64_t offset) {
  return is_size(size) ? machorun_result(pwrite(fd, buffer, size, offset)) : invalid();
}

// struct iovec is the same on both systems.
int64_t darwin_readv(int fd, const struct iovec *buffers, int count) {
  return is_count(count) ? machorun_result(readv(fd, buffers, count)) : invalid();
}

int64_t darwin_writev(int fd, const struct iovec *buffers, int count) {
  return is_count(count) ? machorun_result(writev(fd, buffers, count)) : invalid();
}

int64_t darwin_preadv(int fd, const struct iovec *buffers, int count, int64_t offset) {
  return is_count(count) ? machorun_result(preadv(fd, buffers, count, offset)) : invalid();
}

int64_t darwin_pwritev(int fd, const struct iovec *buffers, int count, int64_t offset) {
  return is_count(count) ? machorun_result(pwritev(fd, buffers, count, offset)) : invalid();
}

int darwin_close(int fd) { return (int)machorun_result(close(fd)); }
int darwin_dup(int fd) { return (int)machorun_result(dup(fd)); }
int darwin_dup2(int from, int to) { return (int)machorun_result(dup2(from, to)); }
int darwin_pipe(int *ends) { return (int)machorun_result(pipe(ends)); }
int darwin_fsync(int fd) { return (int)machorun_result(fsync(fd)); }

int darwin_isatty(int fd) {
  const int result = isatty(fd);
  if (!result)
    machorun_result(-1);
  return result;
}

int64_t darwin_lseek(int fd, int64_t offset, int whence) {
  if (whence < SEEK_SET || whence > SEEK_END)
    return invalid();
  return machorun_result(lseek(fd, offset, whence));
}

int darwin_ftruncate(int fd, int64_t size) { return (int)machorun_result(ftruncate(fd, size)); }

// struct pollfd and the events that are used are the same on both systems.
int darwin_poll(struct pollfd *descriptors, unsigned count, int milliseconds) {
  return (int)machorun_result(poll(descriptors, count, milliseconds));
}

int machorun_ioctl(int fd, unsigned long request, void *argument) {
  enum { DARWIN_FIONREAD = 0x4004667F };
  if (request != DARWIN_FIONREAD)
    machorun_fail_number("a request of ioctl that is not modelled", request);
  return (int)machorun_result(ioctl(fd, FIONREAD, argument));
}

// Of F_PREALLOCATE.
struct darwin_fstore {
  uint32_t flags;
  int32_t mode;
  int64_t offset;
  int64_t length;
  int64_t allocated;
};

static int preallocate(int fd, struct darwin_fstore *wanted) {
  enum { ALLOCATE_ALL = 4, FROM_END = 3 };
  if (wanted->flags != ALLOCATE_ALL || wanted->mode != FROM_END || wanted->offset != 0)
    machorun_fail("not modelled", "F_PREALLOCATE of this kind");
  struct stat status;
  if (wanted->length <= 0)
    return (int)invalid();
  if (fstat(fd, &status) != 0 ||
      fallocate(fd, FALLOC_FL_KEEP_SIZE, status.st_size, wanted->length) != 0)
    return (int)machorun_result(-1);
  wanted->allocated = wanted->length;
  return 0;
}

// Of F_RDADVISE.
struct darwin_radvisory {
  int64_t offset;
  int32_t count;
};

static int advise(int fd, const struct darwin_radvisory *range) {
  struct stat status;
  if (fstat(fd, &status) != 0)
    return (int)machorun_result(-1);
  if (range->offset < 0 || range->count < 0)
    return (int)invalid();
  return range->offset < status.st_size ? 0 : (int)machorun_error(DARWIN_EFBIG);
}

// Darwin's flags of an open file, for those of Linux.
static int open_flags_of(int linux_flags) {
  int result = linux_flags & O_ACCMODE;
  for (int bit = 1 << 2; bit < 1 << 30; bit <<= 1)
    if (bit == DARWIN_O_APPEND || bit == DARWIN_O_NONBLOCK || bit == DARWIN_O_SYNC ||
        bit == DARWIN_O_DSYNC) {
      const int meaning = machorun_open_flags(bit);
      if ((linux_flags & meaning) == meaning)
        result |= bit;
    }
  return result;
}

int machorun_fcntl(int fd, int command, intptr_t argument) {
  enum {
    DUPFD = 0,
    SETFD = 2,
    GETFL = 3,
    SETFL = 4,
    PREALLOCATE = 42,
    RDADVISE = 44,
    FULLFSYNC = 51,
    DUPFD_CLOEXEC = 67,
  };
  switch (command) {
  case DUPFD:
    return (int)machorun_result(fcntl(fd, F_DUPFD, (int)argument));
  case DUPFD_CLOEXEC:
    return (int)machorun_result(fcntl(fd, F_DUPFD_CLOEXEC, (int)argument));
  case SETFD:
    // FD_CLOEXEC, the only flag of both systems, is 1 on both.
    if (argument & ~(intptr_t)FD_CLOEXEC)
      machorun_fail_number("flags of F_SETFD that are not modelled", (uint64_t)argument);
    return (int)machorun_result(fcntl(fd, F_SETFD, (int)argument));
  case GETFL: {
    const int flags = (int)machorun_result(fcntl(fd, F_GETFL));
    return flags < 0 ? flags : open_flags_of(flags);
  }
  case SETFL:
    return (int)machorun_result(fcntl(fd, F_SETFL, machorun_open_flags((int)argument)));
  case PREALLOCATE:
    return preallocate(fd, (struct darwin_fstore *)argument);
  case RDADVISE:
    return advise(fd, (const struct darwin_radvisory *)argument);
  case FULLFSYNC:
    return (int)machorun_result(fsync(fd));
  default:
    machorun_fail_number("a command of fcntl that is not modelled", (uint64_t)command);
  }
}
