// A socket that a program is started with sends, receives, and is shut down.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: wasm2native %t.wasm -o %t
// RUN: %python %S/Inputs/talk.py %run %t
#include "check.h"
#include <string.h>

static int receive(char *Bytes, size_t Size, int Flags) {
  __wasi_iovec_t Buffer = {(uint8_t *)Bytes, Size};
  __wasi_size_t Received;
  __wasi_roflags_t Result;
  CHECK(__wasi_sock_recv(0, &Buffer, 1, Flags, &Received, &Result), 0);
  CHECK(Result, 0);
  return (int)Received;
}

int main(void) {
  char Bytes[16];
  __wasi_fdstat_t State;
  CHECK(__wasi_fd_fdstat_get(0, &State), 0);
  CHECK(State.fs_filetype, __WASI_FILETYPE_SOCKET_STREAM);
  CHECK(receive(Bytes, 3, __WASI_RIFLAGS_RECV_PEEK), 3);
  CHECK(receive(Bytes, 9, __WASI_RIFLAGS_RECV_WAITALL), 9);
  CHECK(memcmp(Bytes, "ping ping", 9), 0);
  __wasi_ciovec_t Buffers[2] = {{(const uint8_t *)"po", 2}, {(const uint8_t *)"ng", 2}};
  __wasi_size_t Sent;
  CHECK(__wasi_sock_send(0, Buffers, 2, 0, &Sent), 0);
  CHECK(Sent, 4);
  CHECK(__wasi_sock_send(0, Buffers, 2, 1, &Sent), __WASI_ERRNO_INVAL);
  CHECK(__wasi_sock_shutdown(0, 0), __WASI_ERRNO_INVAL);
  CHECK(__wasi_sock_shutdown(0, 4), __WASI_ERRNO_INVAL);
  CHECK(__wasi_sock_shutdown(0, __WASI_SDFLAGS_WR), 0);
  CHECK(__wasi_sock_send(0, Buffers, 1, 0, &Sent), __WASI_ERRNO_PIPE);
  CHECK(receive(Bytes, sizeof(Bytes), 0), 0);

  // What is no socket is none for these.
  __wasi_fd_t Accepted;
  CHECK(__wasi_sock_shutdown(2, __WASI_SDFLAGS_RD), __WASI_ERRNO_NOTSOCK);
  CHECK(__wasi_sock_send(2, Buffers, 1, 0, &Sent), __WASI_ERRNO_NOTSOCK);
  CHECK(__wasi_sock_accept(2, 0, &Accepted), __WASI_ERRNO_NOTSOCK);
  CHECK(__wasi_sock_shutdown(99, __WASI_SDFLAGS_RD), __WASI_ERRNO_BADF);
  return 0;
}
