//===- filetype.h - Types of files in the numbers that all systems share ----===//

#ifndef W2N_PLATFORM_FILETYPE_H
#define W2N_PLATFORM_FILETYPE_H

#include "wasi/types.h"

// W2N_WASI_FILETYPE_* of a mode as stat(2) gives it.
static inline uint8_t w2n_filetype_of_mode(uint32_t mode) {
  switch (mode & 0170000) {
  case 0020000:
    return W2N_WASI_FILETYPE_CHARACTER_DEVICE;
  case 0040000:
    return W2N_WASI_FILETYPE_DIRECTORY;
  case 0060000:
    return W2N_WASI_FILETYPE_BLOCK_DEVICE;
  case 0100000:
    return W2N_WASI_FILETYPE_REGULAR_FILE;
  case 0120000:
    return W2N_WASI_FILETYPE_SYMBOLIC_LINK;
  case 0010000: // A pipe: WASI has no type for it, and C libraries take this one for it.
  case 0140000:
    return W2N_WASI_FILETYPE_SOCKET_STREAM;
  default:
    return W2N_WASI_FILETYPE_UNKNOWN;
  }
}

// The same of an entry of a directory (d_type), which is that part of the mode.
static inline uint8_t w2n_filetype_of_entry(uint8_t type) {
  return w2n_filetype_of_mode((uint32_t)type << 12);
}

#endif // W2N_PLATFORM_FILETYPE_H
