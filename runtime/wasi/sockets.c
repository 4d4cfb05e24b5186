//===- sockets.c - Sockets that the program was started with ----------------===//

#include "wasi/memory.h"

static uint32_t get_socket(w2n_wasi *wasi, uint32_t fd, uint64_t rights, w2n_descriptor **result) {
  uint32_t error = w2n_descriptor_get(wasi, fd, 0, result);
  if (error)
    return error;
  if (!w2n_is_socket((*result)->filetype))
    return W2N_WASI_NOTSOCK;
  return w2n_descriptor_get(wasi, fd, rights, result);
}

uint32_t w2n_wasi_sock_accept(w2n_wasi *wasi, uint32_t fd, uint32_t flags, uint32_t address) {
  w2n_descriptor *listener;
  uint32_t error = get_socket(wasi, fd, W2N_WASI_RIGHTS_SOCK_ACCEPT, &listener);
  if (error)
    return error;
  w2n_wasi_u32 *fd_result = W2N_GUEST(wasi, address, w2n_wasi_u32);
  if (!fd_result)
    return W2N_WASI_FAULT;
  if (flags & ~(uint32_t)W2N_WASI_FDFLAGS_NONBLOCK)
    return W2N_WASI_INVAL;
  int64_t host = w2n_host_accept(listener->host, (uint16_t)flags);
  if (host < 0)
    return w2n_wasi_error(host);
  w2n_descriptor descriptor = {
      .host = (int)host,
      .filetype = listener->filetype,
      .reads = 1,
      .writes = 1,
      .rights_base = W2N_WASI_RIGHTS_OF_SOCKETS & listener->rights_inheriting,
  };
  int64_t result = w2n_descriptor_add(wasi, &descriptor);
  if (result < 0)
    w2n_host_close((int)host);
  else
    fd_result->value = (uint32_t)result;
  return w2n_wasi_error(result);
}

uint32_t w2n_wasi_sock_recv(w2n_wasi *wasi, uint32_t fd, uint32_t list, uint32_t count,
                            uint32_t flags, uint32_t size_address, uint32_t flags_address) {
  w2n_descriptor *descriptor;
  uint32_t error = get_socket(wasi, fd, W2N_WASI_RIGHTS_FD_READ, &descriptor);
  if (error)
    return error;
  w2n_wasi_u32 *size = W2N_GUEST(wasi, size_address, w2n_wasi_u32);
  w2n_wasi_u16 *result_flags = W2N_GUEST(wasi, flags_address, w2n_wasi_u16);
  w2n_host_buffer buffers[W2N_BUFFER_LIMIT];
  int64_t used = w2n_guest_buffers(wasi, list, count, buffers);
  if (!size || !result_flags || used < 0)
    return W2N_WASI_FAULT;
  if (flags & ~(uint32_t)W2N_WASI_RIFLAGS_ALL)
    return W2N_WASI_INVAL;
  uint16_t truncated;
  int64_t result = w2n_host_receive(descriptor->host, buffers, (uint32_t)used, flags, &truncated);
  if (result < 0)
    return w2n_wasi_error(result);
  size->value = (uint32_t)result;
  result_flags->value = truncated;
  return W2N_WASI_SUCCESS;
}

uint32_t w2n_wasi_sock_send(w2n_wasi *wasi, uint32_t fd, uint32_t list, uint32_t count,
                            uint32_t flags, uint32_t size_address) {
  w2n_descriptor *descriptor;
  uint32_t error = get_socket(wasi, fd, W2N_WASI_RIGHTS_FD_WRITE, &descriptor);
  if (error)
    return error;
  w2n_wasi_u32 *size = W2N_GUEST(wasi, size_address, w2n_wasi_u32);
  w2n_host_buffer buffers[W2N_BUFFER_LIMIT];
  int64_t used = w2n_guest_buffers(wasi, list, count, buffers);
  if (!size || used < 0)
    return W2N_WASI_FAULT;
  // Preview 1 has no flags for sending.
  if (flags)
    return W2N_WASI_INVAL;
  int64_t result = w2n_host_send(descriptor->host, buffers, (uint32_t)used);
  if (result >= 0)
    size->value = (uint32_t)result;
  return w2n_wasi_error(result);
}

uint32_t w2n_wasi_sock_shutdown(w2n_wasi *wasi, uint32_t fd, uint32_t how) {
  w2n_descriptor *descriptor;
  uint32_t error = get_socket(wasi, fd, W2N_WASI_RIGHTS_SOCK_SHUTDOWN, &descriptor);
  if (error)
    return error;
  if (!how || how & ~(uint32_t)W2N_WASI_SDFLAGS_ALL)
    return W2N_WASI_INVAL;
  return w2n_wasi_error(w2n_host_shutdown(descriptor->host, how));
}
