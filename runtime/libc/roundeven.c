//===- roundeven.c ---------------------------------------------------------===//

#include "libc/libc.h"
#include "libc/rounding.h"

double roundeven(double x) { return w2n_nearest(x); }
