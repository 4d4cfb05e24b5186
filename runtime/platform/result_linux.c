//===- result_linux.c - Errors of Linux in the numbers of WASI --------------===//

#include "platform/linux/result.h"
#include "platform/linux/syscall.h"
#include "wasi/types.h"

int64_t w2n_linux_result(int64_t result) {
  // The rows for which Linux has no number go to element 0.
  static const uint8_t errors[] = {
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winitializer-overrides"
#define W2N_WASI_ERRNO(NAME, WASI, LINUX, DARWIN) [LINUX] = WASI,
#include "wasi/errno.def"
#pragma clang diagnostic pop
  };
  if (!w2n_syscall_failed(result))
    return result;
  uint64_t error = (uint64_t)-result;
  uint8_t mapped = error < sizeof(errors) ? errors[error] : 0;
  return mapped ? -(int64_t)mapped : -W2N_WASI_IO;
}
