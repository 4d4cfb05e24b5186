//===- memory.h - Linear memories inside the runtime -----------------------===//

#ifndef W2N_CORE_MEMORY_H
#define W2N_CORE_MEMORY_H

#include "abi/abi.h"

#include <stdint.h>

// As w2n_memory_create(), which keeps to memory->limit, but gives 0 where the system has no room
// instead of trapping.
int w2n_memory_try_create(w2n_memory *memory, uint64_t minimum, uint64_t declared_maximum,
                          uint64_t flags);

// Gives back all a memory has. Nothing may use it any more.
void w2n_memory_destroy(w2n_memory *memory);

// Whether an address is in the reservation of a guarded memory; for the fault handler.
int w2n_is_guarded_memory(uintptr_t address);

// The bytes of a page of a memory with these flags.
static inline uint64_t w2n_page_size(uint64_t flags) {
  return flags & W2N_MEMORY_BYTE_PAGES ? 1 : 0x10000;
}

// Whether [first, first + count) is inside size; never overflows.
static inline int w2n_in_range(uint64_t first, uint64_t count, uint64_t size) {
  return count <= size && first <= size - count;
}

#endif // W2N_CORE_MEMORY_H
