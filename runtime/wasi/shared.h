//===- shared.h - What preview 1 and wasi_unstable differ around ------------===//
//
// The part of a function that both modules have; each lays out the operands and results in
// its own way.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_WASI_SHARED_H
#define W2N_WASI_SHARED_H

#include "wasi/memory.h"

// fd_filestat_get. Gives its error.
uint32_t w2n_status_of_descriptor(w2n_wasi *wasi, uint32_t fd, w2n_wasi_filestat *result);

// path_filestat_get. Gives its error.
uint32_t w2n_status_of_path(w2n_wasi *wasi, uint32_t fd, uint32_t lookup, uint32_t address,
                            uint32_t length, w2n_wasi_filestat *result);

// poll_oneoff. Subscriptions of clocks have identifier_size bytes before the clock, which are
// not looked at; those of descriptors are as much longer at their end.
uint32_t w2n_poll(w2n_wasi *wasi, uint32_t subscriptions, uint32_t events, uint32_t count,
                  uint32_t result, uint32_t identifier_size);

#endif // W2N_WASI_SHARED_H
