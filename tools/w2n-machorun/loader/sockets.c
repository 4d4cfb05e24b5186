//===- sockets.c - Sockets as libSystem has them ---------------------------===//

#include "libsystem.h"
#include "loader.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/socket.h>

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
  enum { DARWIN_SOL_SOCKET = 0xFFFF, DARWIN_SO_TYPE = 0x1008 };
  if (level != DARWIN_SOL_SOCKET || option != DARWIN_SO_TYPE)
    machorun_fail_number("an option of sockets that is not modelled", (uint64_t)option);
  return (int)socket_result(getsockopt(fd, SOL_SOCKET, SO_TYPE, value, length));
}
