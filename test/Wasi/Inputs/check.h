//===- check.h - For test programs that judge what they are answered -------===//

#ifndef CHECK_H
#define CHECK_H

#include <stdio.h>
#include <stdlib.h>
#include <wasi/api.h>

static inline void checkAt(const char *File, int Line, const char *What, long long Got,
                           long long Expected) {
  if (Got == Expected)
    return;
  fprintf(stderr, "%s:%d: %s is %lld, not %lld\n", File, Line, What, Got, Expected);
  exit(1);
}

// Ends the program with a message unless both are equal.
#define CHECK(GOT, EXPECTED) checkAt(__FILE__, __LINE__, #GOT, (GOT), (EXPECTED))

// The first preopened directory.
enum { Root = 3 };

// path_open beneath a directory, following links, with these rights; the error.
static inline int openRights(int Directory, const char *Path, int OFlags, __wasi_rights_t Rights,
                             __wasi_fd_t *Result) {
  return __wasi_path_open(Directory, __WASI_LOOKUPFLAGS_SYMLINK_FOLLOW, Path, OFlags, Rights,
                          Rights, 0, Result);
}

// The same for reading only, and closed again.
static inline int tryOpen(int Directory, const char *Path) {
  __wasi_fd_t File;
  int Error = openRights(Directory, Path, 0, __WASI_RIGHTS_FD_READ, &File);
  if (!Error)
    CHECK(__wasi_fd_close(File), 0);
  return Error;
}

#endif // CHECK_H
