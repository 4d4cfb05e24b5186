//===- memmove.c -----------------------------------------------------------===//

#include "copy.h"
#include "libc/block.h"
#include "libc/libc.h"
#include "section.h"

W2N_LIBC void *memmove(void *to, const void *from, size_t size) {
  const size_t distance = (size_t)((uintptr_t)to - (uintptr_t)from);
  if (size <= 16)
    w2n_move_small(to, from, size);
  else if (size <= 64)
    w2n_move_medium(to, from, size);
  else if (distance < size)
    w2n_move_down(to, from, size);
  // String instructions are slow where the source is close behind.
  else if (size >= W2N_LARGE_COPY && -distance >= 64)
    w2n_copy_large(to, from, size);
  else
    w2n_move_up(to, from, size);
  return to;
}
