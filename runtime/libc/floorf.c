//===- floorf.c ------------------------------------------------------------===//

#include "libc/libc.h"
#include "libc/rounding.h"

float floorf(float x) {
  const float nearest = w2n_nearestf(x);
  return nearest > x ? nearest - 1 : nearest;
}
