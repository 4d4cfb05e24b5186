//===- memset.c ------------------------------------------------------------===//

#include "copy.h"
#include "libc/block.h"
#include "libc/libc.h"
#include "section.h"

static void set_small(uint8_t *to, uint64_t pattern, size_t size) {
  if (size >= 8) {
    *(w2n_word *)to = pattern;
    *(w2n_word *)(to + size - 8) = pattern;
  } else if (size >= 4) {
    *(w2n_half *)to = (uint32_t)pattern;
    *(w2n_half *)(to + size - 4) = (uint32_t)pattern;
  } else if (size) {
    to[0] = to[size / 2] = to[size - 1] = (uint8_t)pattern;
  }
}

W2N_LIBC void *memset(void *to, int value, size_t size) {
  uint8_t *bytes = to;
  if (size < 16) {
    set_small(bytes, (uint8_t)value * 0x0101010101010101u, size);
    return to;
  }
  if (size >= W2N_LARGE_COPY) {
    w2n_set_large(to, value, size);
    return to;
  }
  const w2n_block block = (w2n_block){0} + (uint8_t)value;
  size_t at = 0;
  for (; at + 64 < size; at += 64) {
    w2n_store_block(bytes + at, block);
    w2n_store_block(bytes + at + 16, block);
    w2n_store_block(bytes + at + 32, block);
    w2n_store_block(bytes + at + 48, block);
  }
  for (; at + 16 < size; at += 16)
    w2n_store_block(bytes + at, block);
  w2n_store_block(bytes + size - 16, block);
  return to;
}
