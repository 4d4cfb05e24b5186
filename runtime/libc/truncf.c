//===- truncf.c ------------------------------------------------------------===//

#include "libc/libc.h"
#include "libc/rounding.h"

float truncf(float x) {
  const float magnitude = __builtin_fabsf(x), nearest = w2n_nearestf(magnitude);
  return __builtin_copysignf(nearest > magnitude ? nearest - 1 : nearest, x);
}
