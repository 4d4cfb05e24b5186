//===- memory.c - Lists of buffers -----------------------------------------===//

#include "wasi/memory.h"

// Linux takes no more at once, and Darwin refuses more.
#define W2N_TRANSFER_LIMIT 0x7FFFF000u

int64_t w2n_guest_buffers(const w2n_wasi *wasi, uint32_t address, uint32_t count,
                          w2n_host_buffer *buffers) {
  const w2n_wasi_iovec *list = w2n_guest_array(wasi, address, count, sizeof(w2n_wasi_iovec));
  if (!list)
    return -W2N_WASI_FAULT;
  uint32_t used = 0;
  uint64_t room = W2N_TRANSFER_LIMIT;
  for (uint32_t i = 0; i < count; ++i) {
    uint8_t *base = w2n_guest(wasi, list[i].address, list[i].length);
    if (!base)
      return -W2N_WASI_FAULT;
    uint64_t length = list[i].length < room ? list[i].length : room;
    if (length == 0 || used == W2N_BUFFER_LIMIT)
      continue;
    buffers[used++] = (w2n_host_buffer){base, length};
    room -= length;
  }
  return used;
}
