//===- unstable.c - Where wasi_unstable is not preview 1 --------------------===//

#include "wasi/shared.h"

uint32_t w2n_wasi_unstable_fd_seek(w2n_wasi *wasi, uint32_t fd, uint64_t offset, uint32_t whence,
                                   uint32_t result) {
  static const uint8_t numbers[] = {W2N_WASI_WHENCE_CUR, W2N_WASI_WHENCE_END, W2N_WASI_WHENCE_SET};
  return w2n_wasi_fd_seek(wasi, fd, offset, whence < sizeof(numbers) ? numbers[whence] : whence,
                          result);
}

static void store_status(w2n_wasi_unstable_filestat *result, const w2n_wasi_filestat *status) {
  const uint64_t links = status->link_count;
  *result = (w2n_wasi_unstable_filestat){
      .device = status->device,
      .inode = status->inode,
      .filetype = status->filetype,
      .link_count = links < UINT32_MAX ? (uint32_t)links : UINT32_MAX,
      .size = status->size,
      .accessed = status->accessed,
      .modified = status->modified,
      .changed = status->changed,
  };
}

uint32_t w2n_wasi_unstable_fd_filestat_get(w2n_wasi *wasi, uint32_t fd, uint32_t address) {
  w2n_wasi_filestat status;
  uint32_t error = w2n_status_of_descriptor(wasi, fd, &status);
  if (error)
    return error;
  w2n_wasi_unstable_filestat *result = W2N_GUEST(wasi, address, w2n_wasi_unstable_filestat);
  if (!result)
    return W2N_WASI_FAULT;
  store_status(result, &status);
  return W2N_WASI_SUCCESS;
}

uint32_t w2n_wasi_unstable_path_filestat_get(w2n_wasi *wasi, uint32_t fd, uint32_t lookup,
                                             uint32_t address, uint32_t length,
                                             uint32_t result_address) {
  w2n_wasi_unstable_filestat *result = W2N_GUEST(wasi, result_address, w2n_wasi_unstable_filestat);
  if (!result)
    return W2N_WASI_FAULT;
  w2n_wasi_filestat status;
  uint32_t error = w2n_status_of_path(wasi, fd, lookup, address, length, &status);
  if (!error)
    store_status(result, &status);
  return error;
}

// Subscriptions of clocks begin with an identifier that the program chooses.
uint32_t w2n_wasi_unstable_poll_oneoff(w2n_wasi *wasi, uint32_t subscriptions, uint32_t events,
                                       uint32_t count, uint32_t result) {
  return w2n_poll(wasi, subscriptions, events, count, result, sizeof(uint64_t));
}
