//===- memset_pattern16.c - What LLVM calls on Darwin to fill memory -------===//

#include "libc/block.h"
#include "libc/libc.h"
#include "section.h"

W2N_LIBC void memset_pattern16(void *to, const void *pattern, size_t size) {
  uint8_t *bytes = to;
  const w2n_block block = w2n_load(pattern);
  for (; size >= 16; size -= 16, bytes += 16)
    w2n_store_block(bytes, block);
  w2n_move_small(bytes, pattern, size);
}
