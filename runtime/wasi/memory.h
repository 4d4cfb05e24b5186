//===- memory.h - Checked access to the memory of the program --------------===//
//
// Every address and length that a program gives goes through here before it is used.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_WASI_MEMORY_H
#define W2N_WASI_MEMORY_H

#include "wasi/wasi.h"

// The longest list of buffers that is looked at; calls with more read or write less
// than they are asked to, as they may. Both systems have this limit.
#define W2N_BUFFER_LIMIT 1024

// length bytes at an address of the program; null where they are not all in memory.
static inline void *w2n_guest(const w2n_wasi *wasi, uint32_t address, uint64_t length) {
  const w2n_memory *memory = wasi->memory;
  if (!memory || address > memory->size || length > memory->size - address)
    return 0;
  return memory->base + address;
}

// count structures of size bytes, the size a small constant.
static inline void *w2n_guest_array(const w2n_wasi *wasi, uint32_t address, uint32_t count,
                                    uint32_t size) {
  return w2n_guest(wasi, address, (uint64_t)count * size);
}

// A structure of type TYPE of types.h; null where it is not in memory.
#define W2N_GUEST(WASI, ADDRESS, TYPE) ((TYPE *)w2n_guest(WASI, ADDRESS, sizeof(TYPE)))

// Reads a list of buffers into buffers, which has room for W2N_BUFFER_LIMIT. Empty ones
// are left out, and what no system reads or writes at once. Gives their number, or
// -W2N_WASI_FAULT.
int64_t w2n_guest_buffers(const w2n_wasi *wasi, uint32_t address, uint32_t count,
                          w2n_host_buffer *buffers);

#endif // W2N_WASI_MEMORY_H
