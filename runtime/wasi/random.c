//===- random.c - Random numbers --------------------------------------------===//

#include "wasi/memory.h"

uint32_t w2n_wasi_random_get(w2n_wasi *wasi, uint32_t address, uint32_t length) {
  void *buffer = w2n_guest(wasi, address, length);
  return buffer ? w2n_wasi_error(w2n_host_random(buffer, length)) : W2N_WASI_FAULT;
}
