//===- list.h - For programs that list directories --------------------------===//

#ifndef LIST_H
#define LIST_H

#include "check.h"
#include <string.h>

typedef struct Entry {
  __wasi_dirent_t Header;
  char Name[256];
} Entry;

// Reads the entry at a position. Gives 0 at the end.
static inline int readEntry(int Directory, __wasi_dircookie_t Position, Entry *Result) {
  uint8_t Buffer[sizeof(__wasi_dirent_t) + 256];
  __wasi_size_t Used;
  CHECK(__wasi_fd_readdir(Directory, Buffer, sizeof(Buffer), Position, &Used), 0);
  if (Used < sizeof(__wasi_dirent_t))
    return 0;
  memcpy(&Result->Header, Buffer, sizeof(Result->Header));
  memcpy(Result->Name, Buffer + sizeof(Result->Header), Result->Header.d_namlen);
  Result->Name[Result->Header.d_namlen] = 0;
  return 1;
}

#endif // LIST_H
