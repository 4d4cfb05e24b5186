//===- open_flags.h - How files are open on macOS ---------------------------===//

#ifndef W2N_PLATFORM_DARWIN_OPEN_FLAGS_H
#define W2N_PLATFORM_DARWIN_OPEN_FLAGS_H

#include "platform/darwin/libsystem.h"
#include "platform/host.h"

static inline int w2n_darwin_fdflags(uint32_t fdflags) {
  int flags = 0;
  if (fdflags & W2N_WASI_FDFLAGS_APPEND)
    flags |= O_APPEND;
  if (fdflags & W2N_WASI_FDFLAGS_NONBLOCK)
    flags |= O_NONBLOCK;
  if (fdflags & W2N_WASI_FDFLAGS_DSYNC)
    flags |= O_DSYNC;
  if (fdflags & (W2N_WASI_FDFLAGS_SYNC | W2N_WASI_FDFLAGS_RSYNC))
    flags |= O_SYNC;
  return flags;
}

static inline w2n_host_mode w2n_darwin_mode(int flags) {
  w2n_host_mode mode = {
      .reads = (flags & O_ACCMODE) != O_WRONLY,
      .writes = (flags & O_ACCMODE) != O_RDONLY,
  };
  if (flags & O_APPEND)
    mode.fdflags |= W2N_WASI_FDFLAGS_APPEND;
  if (flags & O_NONBLOCK)
    mode.fdflags |= W2N_WASI_FDFLAGS_NONBLOCK;
  if (flags & O_SYNC)
    mode.fdflags |= W2N_WASI_FDFLAGS_SYNC | W2N_WASI_FDFLAGS_RSYNC | W2N_WASI_FDFLAGS_DSYNC;
  else if (flags & O_DSYNC)
    mode.fdflags |= W2N_WASI_FDFLAGS_DSYNC;
  return mode;
}

#endif // W2N_PLATFORM_DARWIN_OPEN_FLAGS_H
