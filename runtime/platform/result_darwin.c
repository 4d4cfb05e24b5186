//===- result_darwin.c - Errors of macOS in the numbers of WASI -------------===//

#include "platform/darwin/libsystem.h"
#include "platform/darwin/result.h"
#include "wasi/types.h"

int64_t w2n_darwin_result(int64_t result) {
  // The rows for which macOS has no number go to element 0.
  static const uint8_t errors[] = {
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winitializer-overrides"
#define W2N_WASI_ERRNO(NAME, WASI, LINUX, DARWIN) [DARWIN] = WASI,
#include "wasi/errno.def"
#pragma clang diagnostic pop
  };
  // Sockets have an error of their own for what is not supported.
  enum { EOPNOTSUPP = 102 };
  if (result >= 0)
    return result;
  int error = *__error();
  if (error == EOPNOTSUPP)
    return -W2N_WASI_NOTSUP;
  uint8_t mapped = error > 0 && error < (int)sizeof(errors) ? errors[error] : 0;
  return mapped ? -(int64_t)mapped : -W2N_WASI_IO;
}
