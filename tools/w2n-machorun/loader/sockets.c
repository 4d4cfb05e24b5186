//===- sockets.c - Sockets as libSystem has them ---------------------------===//

#include "libsystem.h"
#include "loader.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>

enum {
  DARWIN_AF_UNIX = 1,
  DARWIN_AF_INET = 2,
  DARWIN_AF_INET6 = 30,
  DARWIN_SOCK_STREAM = 1,
  DARWIN_SOL_SOCKET = 0xFFFF,
  DARWIN_SO_REUSEADDR = 0x4,
  DARWIN_SO_TYPE = 0x1008,
};

// Sockets have an error of their own for what they do not support.
static int64_t socket_result(int64_t result) {
  if (result < 0 && errno == EOPNOTSUPP)
    return machorun_error(DARWIN_EOPNOTSUPP);
  return machorun_result(result);
}

enum { DARWIN_MSG_PEEK = 0x2, DARWIN_MSG_TRUNC = 0x10, DARWIN_MSG_WAITALL = 0x40 };

static int message_flags(int darwin_flags) {
  if (darwin_flags & ~(DARWIN_MSG_PEEK | DARWIN_MSG_WAITALL))
    machorun_fail_number("MSG_ flags that are not modelled", (uint64_t)darwin_flags);
  return (darwin_flags & DARWIN_MSG_PEEK ? MSG_PEEK : 0) |
         (darwin_flags & DARWIN_MSG_WAITALL ? MSG_WAITALL : 0);
}

static int family_of(int darwin_family) {
  switch (darwin_family) {
  case DARWIN_AF_UNIX:
    return AF_UNIX;
  case DARWIN_AF_INET:
    return AF_INET;
  case DARWIN_AF_INET6:
    return AF_INET6;
  default:
    machorun_fail_number("a family of sockets that is not modelled", (uint64_t)darwin_family);
  }
}

int darwin_socket(int family, int type, int protocol) {
  // Darwin has no flags in the type.
  if (type != DARWIN_SOCK_STREAM || protocol != 0)
    machorun_fail_number("a type of sockets that is not modelled", (uint64_t)type);
  return (int)socket_result(socket(family_of(family), SOCK_STREAM, 0));
}

// The option lets a socket be bound where old connections still use the address, on both.
int darwin_setsockopt(int fd, int level, int option, const void *value, uint32_t length) {
  if (level != DARWIN_SOL_SOCKET || option != DARWIN_SO_REUSEADDR)
    machorun_fail_number("an option of sockets that is not modelled", (uint64_t)option);
  return (int)socket_result(setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, value, length));
}

// Addresses differ in their first two bytes, which are sa_len and sa_family on Darwin. Its
// kernel sets sa_len to the length that is passed.
int darwin_bind(int fd, const void *address, uint32_t length) {
  union {
    sa_family_t family;
    uint8_t darwin[2];
    struct sockaddr_un path;
    struct sockaddr_in6 internet;
    struct sockaddr any;
  } here;
  if (length < sizeof(here.darwin) || length > sizeof(here))
    return (int)machorun_error(DARWIN_EINVAL);
  memcpy(&here, address, length);
  here.family = (sa_family_t)family_of(here.darwin[1]);
  return (int)socket_result(bind(fd, &here.any, length));
}

int darwin_listen(int fd, int backlog) { return (int)socket_result(listen(fd, backlog)); }

// A new socket is as its listener is.
int darwin_accept(int fd, void *address, uint32_t *address_length) {
  if (address || address_length)
    machorun_fail("not modelled", "accept with an address");
  const int flags = fcntl(fd, F_GETFL);
  return (int)socket_result(flags < 0 ? -1
                                      : accept4(fd, 0, 0, flags & O_NONBLOCK ? SOCK_NONBLOCK : 0));
}

static struct msghdr message_of(const struct darwin_msghdr *message) {
  if (message->name || message->control)
    machorun_fail("not modelled", "a message with an address or control data");
  return (struct msghdr){.msg_iov = message->iov, .msg_iovlen = (size_t)message->iovlen};
}

int64_t darwin_recvmsg(int fd, struct darwin_msghdr *message, int flags) {
  struct msghdr here = message_of(message);
  const int64_t result = socket_result(recvmsg(fd, &here, message_flags(flags)));
  message->flags = here.msg_flags & MSG_TRUNC ? DARWIN_MSG_TRUNC : 0;
  return result;
}

int64_t darwin_sendmsg(int fd, const struct darwin_msghdr *message, int flags) {
  const struct msghdr here = message_of(message);
  return socket_result(sendmsg(fd, &here, message_flags(flags)));
}

int64_t darwin_recv(int fd, void *buffer, size_t size, int flags) {
  return socket_result(recv(fd, buffer, size, message_flags(flags)));
}

int64_t darwin_send(int fd, const void *buffer, size_t size, int flags) {
  return socket_result(send(fd, buffer, size, message_flags(flags)));
}

int darwin_shutdown(int fd, int how) { return (int)socket_result(shutdown(fd, how)); }

int darwin_getsockopt(int fd, int level, int option, void *value, uint32_t *length) {
  if (level != DARWIN_SOL_SOCKET || option != DARWIN_SO_TYPE)
    machorun_fail_number("an option of sockets that is not modelled", (uint64_t)option);
  return (int)socket_result(getsockopt(fd, SOL_SOCKET, SO_TYPE, value, length));
}
