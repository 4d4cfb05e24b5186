//===- rint.c --------------------------------------------------------------===//

#include "libc/libc.h"
#include "libc/rounding.h"

double rint(double x) { return w2n_nearest(x); }
