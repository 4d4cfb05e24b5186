//===- files_darwin.c - Open files on macOS ---------------------------------===//

#include "platform/darwin/libsystem.h"
#include "platform/darwin/open_flags.h"
#include "platform/darwin/result.h"
#include "platform/darwin/times.h"
#include "platform/filetype.h"
#include "platform/host.h"

_Static_assert(sizeof(struct iovec) == sizeof(w2n_host_buffer), "buffers are passed as they are");

static const struct iovec *vector(const w2n_host_buffer *buffers) {
  return (const struct iovec *)(const void *)buffers;
}

int64_t w2n_host_read(int fd, const w2n_host_buffer *buffers, uint32_t count) {
  // macOS refuses an empty list.
  return count ? w2n_darwin_result(readv(fd, vector(buffers), (int)count))
               : w2n_darwin_result(read(fd, 0, 0));
}

int64_t w2n_host_write(int fd, const w2n_host_buffer *buffers, uint32_t count) {
  return count ? w2n_darwin_result(writev(fd, vector(buffers), (int)count))
               : w2n_darwin_result(write(fd, 0, 0));
}

int64_t w2n_host_read_at(int fd, const w2n_host_buffer *buffers, uint32_t count, uint64_t offset) {
  return count ? w2n_darwin_result(preadv(fd, vector(buffers), (int)count, (int64_t)offset))
               : w2n_darwin_result(pread(fd, 0, 0, (int64_t)offset));
}

int64_t w2n_host_write_at(int fd, const w2n_host_buffer *buffers, uint32_t count, uint64_t offset) {
  return count ? w2n_darwin_result(pwritev(fd, vector(buffers), (int)count, (int64_t)offset))
               : w2n_darwin_result(pwrite(fd, 0, 0, (int64_t)offset));
}

// The numbers of whence are those of WASI.
int64_t w2n_host_seek(int fd, int64_t offset, uint32_t whence) {
  return w2n_darwin_result(lseek(fd, offset, (int)whence));
}

int64_t w2n_host_close(int fd) { return w2n_darwin_result(close(fd)); }

int64_t w2n_host_duplicate(int fd) { return w2n_darwin_result(fcntl(fd, F_DUPFD_CLOEXEC, 0)); }

// fsync alone leaves the bytes in the cache of the disk.
int64_t w2n_host_sync(int fd) {
  int64_t result = w2n_darwin_result(fcntl(fd, F_FULLFSYNC));
  return result < 0 ? w2n_darwin_result(fsync(fd)) : 0;
}

int64_t w2n_host_sync_data(int fd) { return w2n_host_sync(fd); }

int64_t w2n_host_advise(int fd, uint64_t offset, uint64_t length, uint32_t advice) {
  // The others have no counterpart, and advice may be ignored.
  if (advice != W2N_WASI_ADVICE_WILLNEED)
    return 0;
  struct radvisory range = {
      .ra_offset = (int64_t)offset,
      .ra_count = length && length < INT32_MAX ? (int32_t)length : INT32_MAX,
  };
  int64_t result = w2n_darwin_result(fcntl(fd, F_RDADVISE, &range));
  // Nothing to read ahead, or a file system that does not.
  return result == -W2N_WASI_FBIG || result == -W2N_WASI_NOTSUP ? 0 : result;
}

int64_t w2n_host_allocate(int fd, uint64_t offset, uint64_t length) {
  struct stat status;
  int64_t result = w2n_darwin_result(fstat(fd, &status));
  int64_t size = (int64_t)(offset + length);
  if (result < 0 || size <= status.st_size)
    return result;
  struct fstore wanted = {
      .fst_flags = F_ALLOCATEALL,
      .fst_posmode = F_PEOFPOSMODE,
      .fst_length = size - status.st_size,
  };
  result = w2n_darwin_result(fcntl(fd, F_PREALLOCATE, &wanted));
  return result < 0 ? result : w2n_darwin_result(ftruncate(fd, size));
}

int64_t w2n_host_set_size(int fd, uint64_t size) {
  return w2n_darwin_result(ftruncate(fd, (int64_t)size));
}

static struct timespec chosen_time(uint64_t time, uint32_t flags, uint32_t given, uint32_t now) {
  if (flags & now)
    return (struct timespec){0, UTIME_NOW};
  return flags & given ? w2n_timespec_of(time) : (struct timespec){0, UTIME_OMIT};
}

void w2n_darwin_times(const w2n_host_times *times, struct timespec result[2]) {
  result[0] = chosen_time(times->accessed, times->flags, W2N_WASI_FSTFLAGS_ATIM,
                          W2N_WASI_FSTFLAGS_ATIM_NOW);
  result[1] = chosen_time(times->modified, times->flags, W2N_WASI_FSTFLAGS_MTIM,
                          W2N_WASI_FSTFLAGS_MTIM_NOW);
}

int64_t w2n_host_set_times(int fd, const w2n_host_times *times) {
  struct timespec both[2];
  w2n_darwin_times(times, both);
  return w2n_darwin_result(futimens(fd, both));
}

w2n_wasi_filestat w2n_darwin_filestat(const struct stat *status) {
  return (w2n_wasi_filestat){
      .device = (uint32_t)status->st_dev,
      .inode = status->st_ino,
      .filetype = w2n_filetype_of_mode(status->st_mode),
      .link_count = status->st_nlink,
      .size = (uint64_t)status->st_size,
      .accessed = w2n_nanoseconds_of(&status->st_atimespec),
      .modified = w2n_nanoseconds_of(&status->st_mtimespec),
      .changed = w2n_nanoseconds_of(&status->st_ctimespec),
  };
}

int64_t w2n_host_status(int fd, w2n_wasi_filestat *result) {
  struct stat status;
  int64_t error = w2n_darwin_result(fstat(fd, &status));
  if (error < 0)
    return error;
  *result = w2n_darwin_filestat(&status);
  if (result->filetype == W2N_WASI_FILETYPE_SOCKET_STREAM) {
    int64_t type = w2n_host_socket_type(fd);
    if (type >= 0)
      result->filetype = (uint8_t)type;
  }
  return 0;
}

int64_t w2n_host_get_mode(int fd, w2n_host_mode *result) {
  int64_t flags = w2n_darwin_result(fcntl(fd, F_GETFL));
  if (flags < 0)
    return flags;
  *result = w2n_darwin_mode((int)flags);
  return 0;
}

int64_t w2n_host_set_flags(int fd, uint16_t fdflags) {
  int64_t flags = w2n_darwin_result(fcntl(fd, F_GETFL));
  if (flags < 0)
    return flags;
  const int settable = O_APPEND | O_NONBLOCK;
  int changed = ((int)flags & ~settable) | (w2n_darwin_fdflags(fdflags) & settable);
  return w2n_darwin_result(fcntl(fd, F_SETFL, changed));
}

int w2n_host_is_terminal(int fd) { return isatty(fd); }
