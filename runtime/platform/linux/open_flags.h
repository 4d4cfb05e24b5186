//===- open_flags.h - How files are open on Linux ---------------------------===//
//
// O_DIRECTORY and O_NOFOLLOW differ between CPUs: machine.h has them.
// Source: asm-generic/fcntl.h.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_PLATFORM_LINUX_OPEN_FLAGS_H
#define W2N_PLATFORM_LINUX_OPEN_FLAGS_H

#include "platform/host.h"

enum {
  W2N_O_RDONLY = 0,
  W2N_O_WRONLY = 1,
  W2N_O_RDWR = 2,
  W2N_O_ACCMODE = 3,
  W2N_O_CREAT = 0100,
  W2N_O_EXCL = 0200,
  W2N_O_NOCTTY = 0400,
  W2N_O_TRUNC = 01000,
  W2N_O_APPEND = 02000,
  W2N_O_NONBLOCK = 04000,
  W2N_O_DSYNC = 010000,
  W2N_O_CLOEXEC = 02000000,
  W2N_O_PATH = 010000000,
  // Includes O_DSYNC, and is O_RSYNC as well.
  W2N_O_SYNC = 04010000,
};

static inline uint32_t w2n_linux_fdflags(uint32_t fdflags) {
  uint32_t flags = 0;
  if (fdflags & W2N_WASI_FDFLAGS_APPEND)
    flags |= W2N_O_APPEND;
  if (fdflags & W2N_WASI_FDFLAGS_NONBLOCK)
    flags |= W2N_O_NONBLOCK;
  if (fdflags & W2N_WASI_FDFLAGS_DSYNC)
    flags |= W2N_O_DSYNC;
  if (fdflags & (W2N_WASI_FDFLAGS_SYNC | W2N_WASI_FDFLAGS_RSYNC))
    flags |= W2N_O_SYNC;
  return flags;
}

static inline w2n_host_mode w2n_linux_mode(uint32_t flags) {
  w2n_host_mode mode = {
      .reads = (flags & W2N_O_ACCMODE) != W2N_O_WRONLY,
      .writes = (flags & W2N_O_ACCMODE) != W2N_O_RDONLY,
  };
  if (flags & W2N_O_APPEND)
    mode.fdflags |= W2N_WASI_FDFLAGS_APPEND;
  if (flags & W2N_O_NONBLOCK)
    mode.fdflags |= W2N_WASI_FDFLAGS_NONBLOCK;
  if ((flags & W2N_O_SYNC) == W2N_O_SYNC)
    mode.fdflags |= W2N_WASI_FDFLAGS_SYNC | W2N_WASI_FDFLAGS_RSYNC | W2N_WASI_FDFLAGS_DSYNC;
  else if (flags & W2N_O_DSYNC)
    mode.fdflags |= W2N_WASI_FDFLAGS_DSYNC;
  return mode;
}

#endif // W2N_PLATFORM_LINUX_OPEN_FLAGS_H
