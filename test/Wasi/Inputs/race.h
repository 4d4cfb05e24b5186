//===- race.h - For programs that open files while paths are swapped --------===//

#ifndef RACE_H
#define RACE_H

#include "check.h"

// Reads what a path leads to: 'i' inside, 'o' outside, 0 not to be had.
static inline char readByte(const char *Path) {
  __wasi_fd_t File;
  if (openRights(Root, Path, 0, __WASI_RIGHTS_FD_READ, &File))
    return 0;
  char Byte = 0;
  __wasi_iovec_t Buffer = {(uint8_t *)&Byte, 1};
  __wasi_size_t Size;
  CHECK(__wasi_fd_read(File, &Buffer, 1, &Size), 0);
  CHECK(__wasi_fd_close(File), 0);
  return Byte;
}

// Opens a path for writing, made where there is none, and writes what is inside anyway.
static inline void overwrite(const char *Path) {
  __wasi_fd_t File;
  __wasi_ciovec_t Buffer = {(const uint8_t *)"i", 1};
  __wasi_size_t Size;
  if (openRights(Root, Path, __WASI_OFLAGS_CREAT, __WASI_RIGHTS_FD_WRITE, &File))
    return;
  CHECK(__wasi_fd_write(File, &Buffer, 1, &Size), 0);
  CHECK(__wasi_fd_close(File), 0);
}

// Reads the paths over and over, and writes the file Made, until each path has led inside
// and nowhere, so that swapping was seen; never must one lead outside.
static inline void race(const char *const *Paths, int Count, const char *Made) {
  for (int P = 0; P < Count; ++P) {
    int Inside = 0;
    int Refused = 0;
    for (int I = 0; I < 1000000 && (I < 30000 || !Inside || !Refused); ++I) {
      char Byte = readByte(Paths[P]);
      CHECK(Byte == 'o', 0);
      Inside += Byte == 'i';
      Refused += Byte == 0;
      overwrite(Made);
    }
    CHECK(Inside > 0 && Refused > 0, 1);
  }
  puts("never outside");
}

#endif // RACE_H
