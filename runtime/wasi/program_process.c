//===- program_process.c - The process of a program -------------------------===//

#include "placement/program.h"
#include "platform/host.h"
#include "wasi/wasi.h"

_Noreturn void w2n_wasi_proc_exit(w2n_wasi *wasi, uint32_t status) {
  (void)wasi;
  w2n_program_end((int)status);
}

uint32_t w2n_wasi_proc_raise(w2n_wasi *wasi, uint32_t signal) {
  (void)wasi;
  return w2n_wasi_error(w2n_host_raise(signal));
}
