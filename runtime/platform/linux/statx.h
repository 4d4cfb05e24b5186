//===- statx.h - What Linux tells of a file ---------------------------------===//
//
// Unlike struct stat, struct statx is the same for every CPU. Source: linux/stat.h.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_PLATFORM_LINUX_STATX_H
#define W2N_PLATFORM_LINUX_STATX_H

#include "wasi/types.h"

struct w2n_statx_time {
  int64_t seconds;
  uint32_t nanoseconds;
  int32_t reserved;
};

struct w2n_statx {
  uint32_t mask;
  uint32_t block_size;
  uint64_t attributes;
  uint32_t link_count;
  uint32_t user;
  uint32_t group;
  uint16_t mode;
  uint16_t reserved;
  uint64_t inode;
  uint64_t size;
  uint64_t blocks;
  uint64_t attributes_mask;
  struct w2n_statx_time accessed;
  struct w2n_statx_time born;
  struct w2n_statx_time changed;
  struct w2n_statx_time modified;
  uint32_t rdev_major;
  uint32_t rdev_minor;
  uint32_t dev_major;
  uint32_t dev_minor;
  uint64_t rest[14];
};
_Static_assert(sizeof(struct w2n_statx) == 256, "struct statx of Linux");

enum {
  W2N_STATX_BASIC_STATS = 0x7FF,
  W2N_AT_SYMLINK_NOFOLLOW = 0x100,
  W2N_AT_REMOVEDIR = 0x200,
  W2N_AT_EMPTY_PATH = 0x1000,
};

// statx(2), never following name, "" for the descriptor itself. 0, or the negated
// W2N_WASI_* error.
int64_t w2n_linux_statx(int fd, const char *name, w2n_wasi_filestat *result);

#endif // W2N_PLATFORM_LINUX_STATX_H
