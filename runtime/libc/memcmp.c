//===- memcmp.c ------------------------------------------------------------===//

#include "libc/block.h"
#include "libc/libc.h"
#include "section.h"

W2N_LIBC int memcmp(const void *a, const void *b, size_t size) {
  const uint8_t *x = a, *y = b;
  size_t at = 0;
  while (size - at >= 8 && *(const w2n_word *)(x + at) == *(const w2n_word *)(y + at))
    at += 8;
  for (; at < size; ++at)
    if (x[at] != y[at])
      return x[at] - y[at];
  return 0;
}
