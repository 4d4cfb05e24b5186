// In wasi_unstable a filestat has 56 bytes, and 32 bits for the number of links.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: rm -rf %t.dir && mkdir -p %t.dir && printf 0123456789 > %t.dir/file
// RUN: ln %t.dir/file %t.dir/second && ln -s file %t.dir/link
// RUN: wasm2native %t.wasm --dir=%t.dir::/ -o %t && %run %t
// RUN: %if run-aarch64 %{ wasm2native %t.wasm --target=aarch64-linux-gnu \
// RUN:   --dir=%t.dir::/ -o %t.aarch64 && %run-aarch64 %t.aarch64 %}
#include "check.h"
#include "unstable.h"
#include <string.h>

// The structure, and a byte behind it that is not its own.
typedef struct {
  UnstableStatus Status;
  uint8_t Behind;
} Guarded;

static void checkStatus(const Guarded *Got, const __wasi_filestat_t *Expected) {
  CHECK(Got->Status.Device, Expected->dev);
  CHECK(Got->Status.Inode, Expected->ino);
  CHECK(Got->Status.FileType, Expected->filetype);
  CHECK(Got->Status.LinkCount, Expected->nlink);
  CHECK(Got->Status.Size, Expected->size);
  CHECK(Got->Status.Accessed, Expected->atim);
  CHECK(Got->Status.Modified, Expected->mtim);
  CHECK(Got->Status.Changed, Expected->ctim);
  CHECK(Got->Behind, 0xAA);
}

int main(void) {
  const int Follow = __WASI_LOOKUPFLAGS_SYMLINK_FOLLOW;
  __wasi_fd_t File;
  __wasi_filestat_t Expected;
  Guarded Got;
  memset(&Got, 0xAA, sizeof(Got));
  CHECK(openRights(Root, "file", 0, __WASI_RIGHTS_FD_FILESTAT_GET, &File), 0);
  CHECK(__wasi_fd_filestat_get(File, &Expected), 0);
  CHECK(Expected.nlink, 2);
  CHECK(unstableStatus(File, &Got.Status), 0);
  checkStatus(&Got, &Expected);

  memset(&Got, 0xAA, sizeof(Got));
  CHECK(unstableStatusOf(Root, Follow, "link", 4, &Got.Status), 0);
  checkStatus(&Got, &Expected);
  CHECK(unstableStatusOf(Root, 0, "link", 4, &Got.Status), 0);
  CHECK(Got.Status.FileType, __WASI_FILETYPE_SYMBOLIC_LINK);

  CHECK(unstableStatusOf(Root, 0, "none", 4, &Got.Status), __WASI_ERRNO_NOENT);
  CHECK(unstableStatusOf(Root, 0, "../x", 4, &Got.Status), __WASI_ERRNO_PERM);
  CHECK(unstableStatusOf(Root, 0, "file", 4, (UnstableStatus *)-8), __WASI_ERRNO_FAULT);
  CHECK(unstableStatus(File, (UnstableStatus *)-8), __WASI_ERRNO_FAULT);
  CHECK(unstableStatus(99, &Got.Status), __WASI_ERRNO_BADF);
  return 0;
}
