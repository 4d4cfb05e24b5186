//===- nearbyint.c ---------------------------------------------------------===//

#include "libc/libc.h"
#include "libc/rounding.h"

double nearbyint(double x) { return w2n_nearest(x); }
