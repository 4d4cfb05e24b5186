//===- error_text.c - Errors in the words of the systems -------------------===//

#include "wasi/wasi.h"

const char *w2n_error_text(uint32_t error) {
  static const char *const names[] = {
#define W2N_WASI_ERRNO(NAME, WASI, LINUX, DARWIN) [WASI] = "E" #NAME,
#include "wasi/errno.def"
  };
  switch (error) {
  case W2N_WASI_ACCES:
    return "Permission denied";
  case W2N_WASI_IO:
    return "Input/output error";
  case W2N_WASI_LOOP:
    return "Too many levels of symbolic links";
  case W2N_WASI_MFILE:
    return "Too many open files";
  case W2N_WASI_NAMETOOLONG:
    return "File name too long";
  case W2N_WASI_NOENT:
    return "No such file or directory";
  case W2N_WASI_NOMEM:
    return "Cannot allocate memory";
  case W2N_WASI_NOTDIR:
    return "Not a directory";
  case W2N_WASI_PERM:
    return "Operation not permitted";
  default:
    return names[error];
  }
}
