//===- floor.c -------------------------------------------------------------===//

#include "libc/libc.h"
#include "libc/rounding.h"

double floor(double x) {
  const double nearest = w2n_nearest(x);
  return nearest > x ? nearest - 1 : nearest;
}
