// Reading, writing and seeking keep to their offsets, and those that no file has are refused.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: rm -rf %t.dir && mkdir -p %t.dir
// RUN: wasm2native %t.wasm --dir=%t.dir::/ -o %t && %run %t | count 0
// RUN: wasm2native %t.wasm --bounds=explicit --dir=%t.dir::/ -o %t && %run %t | count 0
// RUN: %if run-aarch64 %{ wasm2native %t.wasm --target=aarch64-linux-gnu \
// RUN:   --dir=%t.dir::/ -o %t.aarch64 && %run-aarch64 %t.aarch64 | count 0 %}
#include "check.h"

#include <string.h>

static __wasi_fd_t File;
static __wasi_size_t Size;
static __wasi_filesize_t Offset;

static void checkFile(void) {
  char Bytes[8] = "";
  const __wasi_iovec_t In[2] = {{(uint8_t *)Bytes, 2}, {(uint8_t *)Bytes + 4, 3}};
  const __wasi_ciovec_t Out[2] = {{(const uint8_t *)"abc", 3}, {(const uint8_t *)"de", 2}};
  CHECK(__wasi_fd_write(File, Out, 2, &Size), 0);
  CHECK(Size, 5);
  CHECK(__wasi_fd_pwrite(File, Out, 1, 10, &Size), 0);
  CHECK(__wasi_fd_tell(File, &Offset), 0);
  CHECK(Offset, 5);
  CHECK(__wasi_fd_pread(File, In, 2, 1, &Size), 0);
  CHECK(Size, 5);
  CHECK(memcmp(Bytes, "bc\0\0de\0", 7), 0);
  CHECK(__wasi_fd_pread(File, In, 2, 12, &Size), 0);
  CHECK(Size, 1);
  CHECK(__wasi_fd_pread(File, In, 2, 99, &Size), 0);
  CHECK(Size, 0);
  CHECK(__wasi_fd_seek(File, -1, __WASI_WHENCE_END, &Offset), 0);
  CHECK(Offset, 12);
  CHECK(__wasi_fd_read(File, In, 2, &Size), 0);
  CHECK(Size, 1);
  CHECK(__wasi_fd_read(File, In, 0, &Size), 0);
  CHECK(Size, 0);
  CHECK(__wasi_fd_seek(File, 100, __WASI_WHENCE_CUR, &Offset), 0);
  CHECK(Offset, 113);

  Offset = 77;
  CHECK(__wasi_fd_seek(File, -1, __WASI_WHENCE_SET, &Offset), __WASI_ERRNO_INVAL);
  CHECK(__wasi_fd_seek(File, -114, __WASI_WHENCE_CUR, &Offset), __WASI_ERRNO_INVAL);
  CHECK(Offset, 77);
  CHECK(__wasi_fd_pread(File, In, 1, 1ull << 63, &Size), __WASI_ERRNO_INVAL);
  CHECK(__wasi_fd_pwrite(File, Out, 1, ~0ull, &Size), __WASI_ERRNO_INVAL);
}

// Standard output is a pipe, which has no offset and so no right to one.
static void checkPipe(void) {
  const __wasi_ciovec_t Out = {(const uint8_t *)"x", 1};
  CHECK(__wasi_fd_pwrite(1, &Out, 1, 0, &Size), __WASI_ERRNO_NOTCAPABLE);
  CHECK(__wasi_fd_seek(1, 0, __WASI_WHENCE_SET, &Offset), __WASI_ERRNO_NOTCAPABLE);
  CHECK(__wasi_fd_tell(1, &Offset), __WASI_ERRNO_NOTCAPABLE);
  CHECK(__wasi_fd_advise(1, 0, 0, 0), __WASI_ERRNO_NOTCAPABLE);
}

int main(void) {
  CHECK(openRights(Root, "file", __WASI_OFLAGS_CREAT | __WASI_OFLAGS_TRUNC, ~0ull, &File), 0);
  checkFile();
  checkPipe();
  return 0;
}
