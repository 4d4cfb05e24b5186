//===- bulk_memory.c - memory.fill, memory.copy, memory.init ---------------===//
//
// Core spec, 4.4.7: everything is checked before the first byte is written.
//
//===----------------------------------------------------------------------===//

#include "core/memory.h"

static void check(uint64_t first, uint64_t count, uint64_t size) {
  if (!w2n_in_range(first, count, size))
    w2n_trap_by_code(W2N_TRAP_MEMORY_OUT_OF_BOUNDS);
}

void w2n_memory_fill(w2n_memory *memory, uint64_t destination, uint32_t value, uint64_t count) {
  check(destination, count, memory->size);
  __builtin_memset(memory->base + destination, (int)(value & 0xFF), count);
}

void w2n_memory_copy(w2n_memory *to, w2n_memory *from, uint64_t destination, uint64_t source,
                     uint64_t count) {
  check(source, count, from->size);
  check(destination, count, to->size);
  __builtin_memmove(to->base + destination, from->base + source, count);
}

void w2n_memory_init(w2n_memory *memory, w2n_data *segment, uint64_t destination, uint64_t source,
                     uint64_t count) {
  check(source, count, segment->size);
  check(destination, count, memory->size);
  __builtin_memcpy(memory->base + destination, segment->bytes + source, count);
}
