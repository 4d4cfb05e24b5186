//===- rights.h - Rights as masks ------------------------------------------===//

#ifndef W2N_WASI_RIGHTS_H
#define W2N_WASI_RIGHTS_H

#include <stdint.h>

enum w2n_wasi_rights {
#define W2N_WASI_RIGHT(NAME, BIT, FILES, DIRECTORIES, SOCKETS) W2N_WASI_RIGHTS_##NAME = 1 << BIT,
#include "wasi/rights.def"

  // Those that apply to a type of file.
  W2N_WASI_RIGHTS_OF_FILES = 0
#define W2N_WASI_RIGHT(NAME, BIT, FILES, DIRECTORIES, SOCKETS) | FILES << BIT
#include "wasi/rights.def"
  ,
  W2N_WASI_RIGHTS_OF_DIRECTORIES = 0
#define W2N_WASI_RIGHT(NAME, BIT, FILES, DIRECTORIES, SOCKETS) | DIRECTORIES << BIT
#include "wasi/rights.def"
  ,
  W2N_WASI_RIGHTS_OF_SOCKETS = 0
#define W2N_WASI_RIGHT(NAME, BIT, FILES, DIRECTORIES, SOCKETS) | SOCKETS << BIT
#include "wasi/rights.def"
  ,
  W2N_WASI_RIGHTS_ALL =
      W2N_WASI_RIGHTS_OF_FILES | W2N_WASI_RIGHTS_OF_DIRECTORIES | W2N_WASI_RIGHTS_OF_SOCKETS,

  // A file with any of these is opened for reading, or for writing.
  W2N_WASI_RIGHTS_READING = W2N_WASI_RIGHTS_FD_READ | W2N_WASI_RIGHTS_FD_READDIR,
  W2N_WASI_RIGHTS_WRITING =
      W2N_WASI_RIGHTS_FD_WRITE | W2N_WASI_RIGHTS_FD_ALLOCATE | W2N_WASI_RIGHTS_FD_FILESTAT_SET_SIZE,
};

#endif // W2N_WASI_RIGHTS_H
