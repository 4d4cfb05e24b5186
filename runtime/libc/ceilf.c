//===- ceilf.c -------------------------------------------------------------===//

#include "libc/libc.h"
#include "libc/rounding.h"

float ceilf(float x) {
  const float nearest = w2n_nearestf(x);
  return __builtin_copysignf(nearest < x ? nearest + 1 : nearest, x);
}
