//===- sockets_linux.c - Waiting and sockets on Linux -----------------------===//

#include "platform/host.h"
#include "platform/linux/open_flags.h"
#include "platform/linux/result.h"
#include "platform/linux/syscall.h"
#include "platform/linux/times.h"

struct pollfd {
  int32_t fd;
  int16_t events;
  int16_t returned;
};
enum { POLLIN = 1, POLLOUT = 4, POLLHUP = 16 };

struct msghdr {
  void *name;
  uint32_t name_length;
  const w2n_host_buffer *buffers;
  size_t buffer_count;
  void *control;
  size_t control_length;
  int32_t flags;
};

static int64_t call(int64_t number, int fd, uint64_t b, uint64_t c, uint64_t d, uint64_t e) {
  return w2n_linux_result(w2n_syscall(number, (uint64_t)fd, b, c, d, e, 0));
}

int64_t w2n_host_poll(w2n_host_wait *waits, uint32_t count, uint64_t timeout) {
  struct pollfd polled[W2N_WAIT_LIMIT];
  for (uint32_t i = 0; i < count; ++i)
    polled[i] = (struct pollfd){
        .fd = waits[i].fd,
        .events = (int16_t)((waits[i].reads ? POLLIN : 0) | (waits[i].writes ? POLLOUT : 0)),
    };
  struct w2n_timespec time = w2n_timespec_of(timeout);
  int64_t result =
      w2n_linux_result(w2n_syscall(W2N_SYS_ppoll, (uintptr_t)polled, count,
                                   timeout == UINT64_MAX ? 0 : (uintptr_t)&time, 0, 0, 0));
  for (uint32_t i = 0; i < count; ++i) {
    waits[i].is_ready = result > 0 && polled[i].returned != 0;
    waits[i].is_closed = result > 0 && (polled[i].returned & POLLHUP) != 0;
  }
  return result;
}

int64_t w2n_host_available(int fd) {
  enum { FIONREAD = 0x541B };
  int32_t count = 0;
  int64_t error = call(W2N_SYS_ioctl, fd, FIONREAD, (uintptr_t)&count, 0, 0);
  return error < 0 ? error : count;
}

int64_t w2n_host_socket_type(int fd) {
  enum { SOL_SOCKET = 1, SO_TYPE = 3, SOCK_DGRAM = 2 };
  int32_t type = 0;
  uint32_t length = sizeof(type);
  int64_t error =
      call(W2N_SYS_getsockopt, fd, SOL_SOCKET, SO_TYPE, (uintptr_t)&type, (uintptr_t)&length);
  if (error < 0)
    return error;
  return type == SOCK_DGRAM ? W2N_WASI_FILETYPE_SOCKET_DGRAM : W2N_WASI_FILETYPE_SOCKET_STREAM;
}

int64_t w2n_host_accept(int fd, uint16_t fdflags) {
  uint32_t flags = W2N_O_CLOEXEC | w2n_linux_fdflags(fdflags & W2N_WASI_FDFLAGS_NONBLOCK);
  return call(W2N_SYS_accept4, fd, 0, 0, flags, 0);
}

int64_t w2n_host_receive(int fd, const w2n_host_buffer *buffers, uint32_t count, uint32_t flags,
                         uint16_t *result_flags) {
  enum { MSG_PEEK = 0x2, MSG_TRUNC = 0x20, MSG_WAITALL = 0x100 };
  struct msghdr message = {.buffers = buffers, .buffer_count = count};
  uint32_t host_flags = (flags & W2N_WASI_RIFLAGS_PEEK ? MSG_PEEK : 0) |
                        (flags & W2N_WASI_RIFLAGS_WAITALL ? MSG_WAITALL : 0);
  int64_t result = call(W2N_SYS_recvmsg, fd, (uintptr_t)&message, host_flags, 0, 0);
  *result_flags = message.flags & MSG_TRUNC ? W2N_WASI_ROFLAGS_TRUNCATED : 0;
  return result;
}

int64_t w2n_host_send(int fd, const w2n_host_buffer *buffers, uint32_t count) {
  struct msghdr message = {.buffers = buffers, .buffer_count = count};
  return call(W2N_SYS_sendmsg, fd, (uintptr_t)&message, 0, 0, 0);
}

int64_t w2n_host_shutdown(int fd, uint32_t how) {
  // SHUT_RD 0, SHUT_WR 1, SHUT_RDWR 2.
  return call(W2N_SYS_shutdown, fd, how - 1, 0, 0, 0);
}
