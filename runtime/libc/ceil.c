//===- ceil.c --------------------------------------------------------------===//

#include "libc/libc.h"
#include "libc/rounding.h"

double ceil(double x) {
  const double nearest = w2n_nearest(x);
  return __builtin_copysign(nearest < x ? nearest + 1 : nearest, x);
}
