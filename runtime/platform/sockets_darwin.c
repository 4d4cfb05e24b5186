//===- sockets_darwin.c - Waiting and sockets on macOS ----------------------===//

#include "platform/darwin/libsystem.h"
#include "platform/darwin/open_flags.h"
#include "platform/darwin/result.h"
#include "platform/darwin/times.h"
#include "platform/host.h"

// poll(2) counts milliseconds; none must be over before its time.
static int milliseconds_of(uint64_t nanoseconds) {
  const uint64_t per_millisecond = 1000000;
  uint64_t milliseconds = nanoseconds / per_millisecond + (nanoseconds % per_millisecond != 0);
  return milliseconds < INT32_MAX ? (int)milliseconds : INT32_MAX;
}

static int64_t wait_for_time(uint64_t nanoseconds) {
  struct timespec time = w2n_timespec_of(nanoseconds);
  return w2n_darwin_result(nanosleep(&time, 0));
}

int64_t w2n_host_poll(w2n_host_wait *waits, uint32_t count, uint64_t timeout) {
  struct pollfd polled[W2N_WAIT_LIMIT];
  int has_descriptors = 0;
  for (uint32_t i = 0; i < count; ++i) {
    polled[i] = (struct pollfd){
        .fd = waits[i].fd,
        .events = (int16_t)((waits[i].reads ? POLLIN : 0) | (waits[i].writes ? POLLOUT : 0)),
    };
    has_descriptors |= waits[i].fd >= 0;
  }
  // Finer than milliseconds.
  if (!has_descriptors && timeout != UINT64_MAX)
    return wait_for_time(timeout);
  int64_t result =
      w2n_darwin_result(poll(polled, count, timeout == UINT64_MAX ? -1 : milliseconds_of(timeout)));
  for (uint32_t i = 0; i < count; ++i) {
    // Devices that cannot be waited for count as ready, by POLLNVAL.
    waits[i].is_ready = result > 0 && polled[i].revents != 0;
    waits[i].is_closed = result > 0 && (polled[i].revents & POLLHUP) != 0;
  }
  return result;
}

int64_t w2n_host_available(int fd) {
  int count = 0;
  int64_t error = w2n_darwin_result(ioctl(fd, FIONREAD, &count));
  return error < 0 ? error : count;
}

int64_t w2n_host_socket_type(int fd) {
  int type = 0;
  uint32_t length = sizeof(type);
  int64_t error = w2n_darwin_result(getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &length));
  if (error < 0)
    return error;
  return type == SOCK_DGRAM ? W2N_WASI_FILETYPE_SOCKET_DGRAM : W2N_WASI_FILETYPE_SOCKET_STREAM;
}

int64_t w2n_host_accept(int fd, uint16_t fdflags) {
  int64_t result = w2n_darwin_result(accept(fd, 0, 0));
  if (result < 0)
    return result;
  // macOS hands the listener's flag down, which WASI does not.
  int64_t error = w2n_host_set_flags((int)result, fdflags & W2N_WASI_FDFLAGS_NONBLOCK);
  if (error < 0)
    close((int)result);
  return error < 0 ? error : result;
}

int64_t w2n_host_receive(int fd, const w2n_host_buffer *buffers, uint32_t count, uint32_t flags,
                         uint16_t *result_flags) {
  struct msghdr message = {
      .msg_iov = (struct iovec *)(uintptr_t)buffers,
      .msg_iovlen = (int)count,
  };
  int host_flags = (flags & W2N_WASI_RIFLAGS_PEEK ? MSG_PEEK : 0) |
                   (flags & W2N_WASI_RIFLAGS_WAITALL ? MSG_WAITALL : 0);
  int64_t result = w2n_darwin_result(recvmsg(fd, &message, host_flags));
  *result_flags = message.msg_flags & MSG_TRUNC ? W2N_WASI_ROFLAGS_TRUNCATED : 0;
  return result;
}

int64_t w2n_host_send(int fd, const w2n_host_buffer *buffers, uint32_t count) {
  const struct msghdr message = {
      .msg_iov = (struct iovec *)(uintptr_t)buffers,
      .msg_iovlen = (int)count,
  };
  return w2n_darwin_result(sendmsg(fd, &message, 0));
}

int64_t w2n_host_shutdown(int fd, uint32_t how) {
  // SHUT_RD 0, SHUT_WR 1, SHUT_RDWR 2.
  return w2n_darwin_result(shutdown(fd, (int)how - 1));
}
