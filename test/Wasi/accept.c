// A listening socket that a program is started with accepts connections.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: wasm2native %t.wasm -o %t
// RUN: %python %S/Inputs/connect.py %run %t
#include "check.h"

int main(void) {
  for (int I = 0; I < 2; ++I) {
    __wasi_fd_t Connection;
    CHECK(__wasi_sock_accept(0, I ? __WASI_FDFLAGS_NONBLOCK : 0, &Connection), 0);
    __wasi_fdstat_t State;
    CHECK(__wasi_fd_fdstat_get(Connection, &State), 0);
    CHECK(State.fs_flags, I ? __WASI_FDFLAGS_NONBLOCK : 0);
    CHECK((State.fs_rights_base & __WASI_RIGHTS_FD_READ) == 0, I);
    __wasi_ciovec_t Buffer = {(const uint8_t *)"hello", 5};
    __wasi_size_t Sent;
    CHECK(__wasi_fd_write(Connection, &Buffer, 1, &Sent), 0);
    CHECK(__wasi_fd_close(Connection), 0);
    // A connection can do what the listener hands down.
    CHECK(__wasi_fd_fdstat_set_rights(0, __WASI_RIGHTS_SOCK_ACCEPT, __WASI_RIGHTS_FD_WRITE), 0);
  }
  __wasi_fd_t Connection;
  CHECK(__wasi_sock_accept(0, __WASI_FDFLAGS_APPEND, &Connection), __WASI_ERRNO_INVAL);
  return 0;
}
