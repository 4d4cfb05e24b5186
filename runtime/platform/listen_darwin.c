//===- listen_darwin.c - Listening sockets on macOS -------------------------===//

#include "platform/darwin/libsystem.h"
#include "platform/darwin/result.h"
#include "platform/socket_address.h"

static int64_t listen_on(int fd, const struct w2n_socket_address *address, uint32_t size) {
  const int on = 1;
  int64_t result = w2n_darwin_result(fcntl(fd, F_SETFD, FD_CLOEXEC));
  // So that a program can be started again at once.
  if (result >= 0)
    result = w2n_darwin_result(setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on)));
  if (result >= 0)
    result = w2n_darwin_result(bind(fd, address, size));
  if (result >= 0)
    result = w2n_darwin_result(listen(fd, W2N_LISTEN_BACKLOG));
  return result;
}

int64_t w2n_host_listen(const w2n_host_address *address) {
  static const uint8_t families[] = {
      [W2N_ADDRESS_IPV4] = AF_INET, [W2N_ADDRESS_IPV6] = AF_INET6, [W2N_ADDRESS_UNIX] = AF_UNIX};
  struct w2n_socket_address bytes;
  const uint32_t size = w2n_socket_address_fill(address, &bytes);
  if (size == 0)
    return -W2N_WASI_NAMETOOLONG;
  // sa_len, sa_family.
  bytes.head[0] = (uint8_t)size;
  bytes.head[1] = families[address->family];
  int64_t fd = w2n_darwin_result(socket(bytes.head[1], SOCK_STREAM, 0));
  if (fd < 0)
    return fd;
  int64_t result = listen_on((int)fd, &bytes, size);
  if (result >= 0)
    return fd;
  close((int)fd);
  return result;
}
