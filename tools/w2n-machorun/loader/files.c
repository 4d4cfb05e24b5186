//===- files.c - Paths and the state of files as libSystem has them --------===//

#include "libsystem.h"
#include "loader.h"
#include "machine.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
  DARWIN_AT_FDCWD = -2,
  DARWIN_AT_SYMLINK_NOFOLLOW = 0x20,
  DARWIN_AT_REMOVEDIR = 0x80,
};

int machorun_directory(int darwin_fd) {
  return darwin_fd == DARWIN_AT_FDCWD ? AT_FDCWD : darwin_fd;
}

int machorun_open_flags(int darwin_flags) {
  static const struct {
    int darwin;
    int here;
  } rows[] = {
      {DARWIN_O_NONBLOCK, O_NONBLOCK},   {DARWIN_O_APPEND, O_APPEND},
      {DARWIN_O_SYNC, O_SYNC},           {DARWIN_O_NOFOLLOW, O_NOFOLLOW},
      {DARWIN_O_CREAT, O_CREAT},         {DARWIN_O_TRUNC, O_TRUNC},
      {DARWIN_O_EXCL, O_EXCL},           {DARWIN_O_NOCTTY, O_NOCTTY},
      {DARWIN_O_DIRECTORY, O_DIRECTORY}, {DARWIN_O_DSYNC, O_DSYNC},
      {DARWIN_O_CLOEXEC, O_CLOEXEC},
  };
  int result = darwin_flags & O_ACCMODE;
  int rest = darwin_flags & ~O_ACCMODE;
  for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); ++i)
    if (rest & rows[i].darwin) {
      rest &= ~rows[i].darwin;
      result |= rows[i].here;
    }
  if (rest)
    machorun_fail_number("flags of open that are not modelled", (uint64_t)rest);
  return result;
}

static int is_link(int directory, const char *path) {
  struct stat status;
  return fstatat(directory, path, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(status.st_mode);
}

int machorun_openat(int directory, const char *path, int flags, int mode) {
  const int linux_flags = machorun_open_flags(flags);
  const int start = machorun_directory(directory);
  const int fd = openat(start, path, linux_flags, mode);
  // Of a link that is not to be followed and no directory either, Darwin says the first.
  const int both = DARWIN_O_NOFOLLOW | DARWIN_O_DIRECTORY;
  if (fd < 0 && errno == ENOTDIR && (flags & both) == both) {
    if (is_link(start, path))
      return (int)machorun_error(DARWIN_ELOOP);
    errno = ENOTDIR;
  }
  return (int)machorun_result(fd);
}

int machorun_open(const char *path, int flags, int mode) {
  return machorun_openat(DARWIN_AT_FDCWD, path, flags, mode);
}

static int status_of(int result, const struct stat *from, struct darwin_stat *to) {
  if (result != 0)
    return (int)machorun_result(result);
  *to = (struct darwin_stat){
      .device = (int32_t)from->st_dev,
      .mode = (uint16_t)from->st_mode,
      .link_count = (uint16_t)from->st_nlink,
      .inode = from->st_ino,
      .uid = from->st_uid,
      .gid = from->st_gid,
      .special_device = (int32_t)from->st_rdev,
      .accessed = from->st_atim,
      .modified = from->st_mtim,
      .changed = from->st_ctim,
      .created = from->st_ctim,
      .size = from->st_size,
      .blocks = from->st_blocks,
      .block_size = (int32_t)from->st_blksize,
  };
  return 0;
}

int darwin_fstat(int fd, struct darwin_stat *result) {
  struct stat status;
  return status_of(fstat(fd, &status), &status, result);
}

// The flags of functions of this family, all of which must be in allowed.
static int at_flags(int darwin_flags, int allowed) {
  if (darwin_flags & ~allowed)
    machorun_fail_number("AT_ flags that are not modelled", (uint64_t)darwin_flags);
  return (darwin_flags & DARWIN_AT_SYMLINK_NOFOLLOW ? AT_SYMLINK_NOFOLLOW : 0) |
         (darwin_flags & DARWIN_AT_REMOVEDIR ? AT_REMOVEDIR : 0);
}

int darwin_fstatat(int directory, const char *path, struct darwin_stat *result, int flags) {
  struct stat status;
  return status_of(fstatat(machorun_directory(directory), path, &status,
                           at_flags(flags, DARWIN_AT_SYMLINK_NOFOLLOW)),
                   &status, result);
}

int darwin_mkdirat(int directory, const char *path, uint16_t mode) {
  return (int)machorun_result(mkdirat(machorun_directory(directory), path, mode));
}

int darwin_unlinkat(int directory, const char *path, int flags) {
  const int result =
      unlinkat(machorun_directory(directory), path, at_flags(flags, DARWIN_AT_REMOVEDIR));
  if (result != 0 && errno == EISDIR)
    return (int)machorun_error(DARWIN_EPERM);
  return (int)machorun_result(result);
}

int darwin_renameat(int from_directory, const char *from, int to_directory, const char *to) {
  return (int)machorun_result(
      renameat(machorun_directory(from_directory), from, machorun_directory(to_directory), to));
}

int darwin_linkat(int from_directory, const char *from, int to_directory, const char *to,
                  int flags) {
  return (int)machorun_result(linkat(machorun_directory(from_directory), from,
                                     machorun_directory(to_directory), to, at_flags(flags, 0)));
}

int darwin_symlinkat(const char *target, int directory, const char *path) {
  return (int)machorun_result(symlinkat(target, machorun_directory(directory), path));
}

int64_t darwin_readlinkat(int directory, const char *path, char *buffer, size_t size) {
  const int start = machorun_directory(directory);
  // Linux refuses to read nothing.
  if (size == 0 && is_link(start, path))
    return 0;
  return machorun_result(readlinkat(start, path, buffer, size));
}

static void times_of(const struct timespec *darwin, struct timespec result[2]) {
  enum { DARWIN_UTIME_NOW = -1, DARWIN_UTIME_OMIT = -2 };
  for (int i = 0; i < 2; ++i) {
    result[i] = darwin[i];
    if (darwin[i].tv_nsec == DARWIN_UTIME_NOW)
      result[i].tv_nsec = UTIME_NOW;
    if (darwin[i].tv_nsec == DARWIN_UTIME_OMIT)
      result[i].tv_nsec = UTIME_OMIT;
  }
}

int darwin_futimens(int fd, const struct timespec *times) {
  struct timespec both[2];
  times_of(times, both);
  return (int)machorun_result(futimens(fd, both));
}

int darwin_utimensat(int directory, const char *path, const struct timespec *times, int flags) {
  struct timespec both[2];
  times_of(times, both);
  return (int)machorun_result(utimensat(machorun_directory(directory), path, both,
                                        at_flags(flags, DARWIN_AT_SYMLINK_NOFOLLOW)));
}
