// Sockets that a program listens on are its descriptors after the directories, in order.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: rm -rf %t.dir && mkdir -p %t.dir && rm -f %t.local
// RUN: bash %S/Inputs/listen.sh "%python" %S/Inputs %t "%run"
// RUN: %if run-aarch64 %{ bash %S/Inputs/listen.sh "%python" %S/Inputs %t "%run-aarch64" \
// RUN:   --target=aarch64-linux-gnu %}
#include "check.h"
#include <string.h>

static void serve(int Listener, char Number) {
  __wasi_fd_t Connection;
  CHECK(__wasi_sock_accept(Listener, 0, &Connection), 0);
  char Bytes[8];
  __wasi_iovec_t Buffer = {(uint8_t *)Bytes, 4};
  __wasi_size_t Size;
  __wasi_roflags_t Flags;
  CHECK(__wasi_sock_recv(Connection, &Buffer, 1, __WASI_RIFLAGS_RECV_WAITALL, &Size, &Flags), 0);
  CHECK(memcmp(Bytes, "ping", 4), 0);
  __wasi_ciovec_t Answer[2] = {{(const uint8_t *)"pong", 4}, {(const uint8_t *)&Number, 1}};
  CHECK(__wasi_sock_send(Connection, Answer, 2, 0, &Size), 0);
  CHECK(Size, 5);
  CHECK(__wasi_sock_shutdown(Connection, __WASI_SDFLAGS_RD | __WASI_SDFLAGS_WR), 0);
  CHECK(__wasi_fd_close(Connection), 0);
}

int main(void) {
  enum { FirstListener = Root + 1, Listeners = 2 };
  __wasi_prestat_t Preopen;
  __wasi_fdstat_t State;
  CHECK(__wasi_fd_prestat_get(Root, &Preopen), 0);
  for (int I = 0; I < Listeners; ++I) {
    CHECK(__wasi_fd_prestat_get(FirstListener + I, &Preopen), __WASI_ERRNO_BADF);
    CHECK(__wasi_fd_fdstat_get(FirstListener + I, &State), 0);
    CHECK(State.fs_filetype, __WASI_FILETYPE_SOCKET_STREAM);
    serve(FirstListener + I, '0' + I);
  }
  CHECK(__wasi_fd_fdstat_get(FirstListener + Listeners, &State), __WASI_ERRNO_BADF);

  // What a listener may hand down is what connections may do.
  CHECK(__wasi_fd_fdstat_set_rights(FirstListener, __WASI_RIGHTS_FD_READ, 0), 0);
  __wasi_fd_t Connection;
  CHECK(__wasi_sock_accept(FirstListener, 0, &Connection), __WASI_ERRNO_NOTCAPABLE);
  return 0;
}
