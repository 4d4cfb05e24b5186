//===- scheduling.c - Giving way to others -----------------------------------===//

#include "wasi/wasi.h"

uint32_t w2n_wasi_sched_yield(w2n_wasi *wasi) {
  (void)wasi;
  return w2n_wasi_error(w2n_host_yield());
}
