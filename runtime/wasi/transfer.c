//===- transfer.c - Reading, writing, seeking -------------------------------===//

#include "wasi/memory.h"
#include "wasi/streams.h"

// Shared by the four directions: looks up the descriptor and the buffers, and where the
// number of bytes goes.
typedef struct transfer {
  const w2n_descriptor *descriptor;
  uint32_t count;
  uint32_t result;
  w2n_host_buffer buffers[W2N_BUFFER_LIMIT];
} transfer;

static uint32_t prepare(w2n_wasi *wasi, uint32_t fd, uint64_t rights, uint32_t list, uint32_t count,
                        uint32_t result, transfer *transfer) {
  w2n_descriptor *descriptor;
  uint32_t error = w2n_descriptor_get_open(wasi, fd, rights, &descriptor);
  if (error)
    return error;
  transfer->descriptor = descriptor;
  transfer->result = result;
  if (!W2N_GUEST(wasi, result, w2n_wasi_u32))
    return W2N_WASI_FAULT;
  int64_t used = w2n_guest_buffers(wasi, list, count, transfer->buffers);
  if (used < 0)
    return w2n_wasi_error(used);
  transfer->count = (uint32_t)used;
  return W2N_WASI_SUCCESS;
}

// The same for a transfer at an offset. An offset that is negative to the system is refused
// here: to some it means where the file is.
static uint32_t prepare_at(w2n_wasi *wasi, uint32_t fd, uint64_t right, uint32_t list,
                           uint32_t count, uint64_t offset, uint32_t result, transfer *transfer) {
  uint64_t rights = right | W2N_WASI_RIGHTS_FD_SEEK;
  uint32_t error = prepare(wasi, fd, rights, list, count, result, transfer);
  return !error && offset > INT64_MAX ? W2N_WASI_INVAL : error;
}

static uint32_t finish(const w2n_wasi *wasi, const transfer *transfer, int64_t transferred) {
  // The memory may have moved meanwhile; it never shrinks.
  if (transferred >= 0)
    W2N_GUEST(wasi, transfer->result, w2n_wasi_u32)->value = (uint32_t)transferred;
  return w2n_wasi_error(transferred);
}

uint32_t w2n_wasi_fd_read(w2n_wasi *wasi, uint32_t fd, uint32_t list, uint32_t count,
                          uint32_t result) {
  transfer transfer;
  uint32_t error = prepare(wasi, fd, W2N_WASI_RIGHTS_FD_READ, list, count, result, &transfer);
  if (error)
    return error;
  return finish(wasi, &transfer,
                w2n_stream_read(wasi, transfer.descriptor, transfer.buffers, transfer.count));
}

uint32_t w2n_wasi_fd_write(w2n_wasi *wasi, uint32_t fd, uint32_t list, uint32_t count,
                           uint32_t result) {
  transfer transfer;
  uint32_t error = prepare(wasi, fd, W2N_WASI_RIGHTS_FD_WRITE, list, count, result, &transfer);
  if (error)
    return error;
  return finish(wasi, &transfer,
                w2n_stream_write(wasi, transfer.descriptor, transfer.buffers, transfer.count));
}

uint32_t w2n_wasi_fd_pread(w2n_wasi *wasi, uint32_t fd, uint32_t list, uint32_t count,
                           uint64_t offset, uint32_t result) {
  transfer transfer;
  uint32_t error =
      prepare_at(wasi, fd, W2N_WASI_RIGHTS_FD_READ, list, count, offset, result, &transfer);
  if (error)
    return error;
  return finish(
      wasi, &transfer,
      w2n_host_read_at(transfer.descriptor->host, transfer.buffers, transfer.count, offset));
}

uint32_t w2n_wasi_fd_pwrite(w2n_wasi *wasi, uint32_t fd, uint32_t list, uint32_t count,
                            uint64_t offset, uint32_t result) {
  transfer transfer;
  uint32_t error =
      prepare_at(wasi, fd, W2N_WASI_RIGHTS_FD_WRITE, list, count, offset, result, &transfer);
  if (error)
    return error;
  return finish(
      wasi, &transfer,
      w2n_host_write_at(transfer.descriptor->host, transfer.buffers, transfer.count, offset));
}

uint32_t w2n_wasi_fd_seek(w2n_wasi *wasi, uint32_t fd, uint64_t offset, uint32_t whence,
                          uint32_t address) {
  w2n_descriptor *descriptor;
  uint32_t error = w2n_descriptor_get_file(wasi, fd, 0, &descriptor);
  if (error)
    return error;
  // To ask where one is, the lesser right does too.
  const int only_asks = offset == 0 && whence == W2N_WASI_WHENCE_CUR;
  const uint64_t sufficient =
      W2N_WASI_RIGHTS_FD_SEEK | (only_asks ? (uint64_t)W2N_WASI_RIGHTS_FD_TELL : 0);
  if (!(descriptor->rights_base & sufficient))
    return W2N_WASI_NOTCAPABLE;
  w2n_wasi_u64 *result = W2N_GUEST(wasi, address, w2n_wasi_u64);
  if (!result)
    return W2N_WASI_FAULT;
  if (whence > W2N_WASI_WHENCE_END)
    return W2N_WASI_INVAL;
  int64_t position = w2n_host_seek(descriptor->host, (int64_t)offset, whence);
  if (position >= 0)
    result->value = (uint64_t)position;
  return w2n_wasi_error(position);
}

uint32_t w2n_wasi_fd_tell(w2n_wasi *wasi, uint32_t fd, uint32_t result) {
  return w2n_wasi_fd_seek(wasi, fd, 0, W2N_WASI_WHENCE_CUR, result);
}
