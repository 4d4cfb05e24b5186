//===- trunc.c -------------------------------------------------------------===//

#include "libc/libc.h"
#include "libc/rounding.h"

double trunc(double x) {
  const double magnitude = __builtin_fabs(x), nearest = w2n_nearest(magnitude);
  return __builtin_copysign(nearest > magnitude ? nearest - 1 : nearest, x);
}
