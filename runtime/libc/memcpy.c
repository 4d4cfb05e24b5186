//===- memcpy.c ------------------------------------------------------------===//

#include "copy.h"
#include "libc/block.h"
#include "libc/libc.h"
#include "section.h"

W2N_LIBC void *memcpy(void *restrict to, const void *restrict from, size_t size) {
  if (size <= 16)
    w2n_move_small(to, from, size);
  else if (size <= 64)
    w2n_move_medium(to, from, size);
  else if (size >= W2N_LARGE_COPY)
    w2n_copy_large(to, from, size);
  else
    w2n_move_up(to, from, size);
  return to;
}
