//===- library_process.c - The process of a host ----------------------------===//

#include "core/trap.h"
#include "wasi/wasi.h"

_Noreturn void w2n_wasi_proc_exit(w2n_wasi *wasi, uint32_t status) {
  (void)wasi;
  const struct w2n_trap_info info = {.code = W2N_TRAP_EXIT, .exit_status = status};
  w2n_end_in_trap(&info);
}

uint32_t w2n_wasi_proc_raise(w2n_wasi *wasi, uint32_t signal) {
  (void)wasi;
  switch (signal) {
#define W2N_WASI_SIGNAL(NAME, WASI, LINUX, DARWIN) case WASI:
#include "wasi/signals.def"
    // It would be for the whole process.
    return W2N_WASI_NOTCAPABLE;
  default:
    return W2N_WASI_INVAL;
  }
}
