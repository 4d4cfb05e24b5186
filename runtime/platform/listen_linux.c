//===- listen_linux.c - Listening sockets on Linux --------------------------===//

#include "platform/linux/open_flags.h"
#include "platform/linux/result.h"
#include "platform/linux/syscall.h"
#include "platform/socket_address.h"

static int64_t call(int64_t number, uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t e) {
  return w2n_linux_result(w2n_syscall(number, a, b, c, d, e, 0));
}

static int64_t listen_on(uint64_t fd, const struct w2n_socket_address *address, uint32_t size) {
  enum { SOL_SOCKET = 1, SO_REUSEADDR = 2 };
  const int32_t on = 1;
  // So that a program can be started again at once.
  int64_t result =
      call(W2N_SYS_setsockopt, fd, SOL_SOCKET, SO_REUSEADDR, (uintptr_t)&on, sizeof(on));
  if (result >= 0)
    result = call(W2N_SYS_bind, fd, (uintptr_t)address, size, 0, 0);
  if (result >= 0)
    result = call(W2N_SYS_listen, fd, W2N_LISTEN_BACKLOG, 0, 0, 0);
  return result;
}

int64_t w2n_host_listen(const w2n_host_address *address) {
  enum { AF_UNIX = 1, AF_INET = 2, AF_INET6 = 10, SOCK_STREAM = 1 };
  static const uint8_t families[] = {
      [W2N_ADDRESS_IPV4] = AF_INET, [W2N_ADDRESS_IPV6] = AF_INET6, [W2N_ADDRESS_UNIX] = AF_UNIX};
  struct w2n_socket_address bytes;
  const uint32_t size = w2n_socket_address_fill(address, &bytes);
  if (size == 0)
    return -W2N_WASI_NAMETOOLONG;
  // sa_family, of 16 bits.
  bytes.head[0] = families[address->family];
  int64_t fd = call(W2N_SYS_socket, bytes.head[0], SOCK_STREAM | W2N_O_CLOEXEC, 0, 0, 0);
  if (fd < 0)
    return fd;
  int64_t result = listen_on((uint64_t)fd, &bytes, size);
  if (result >= 0)
    return fd;
  w2n_host_close((int)fd);
  return result;
}
