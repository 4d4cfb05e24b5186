//===- nearbyintf.c --------------------------------------------------------===//

#include "libc/libc.h"
#include "libc/rounding.h"

float nearbyintf(float x) { return w2n_nearestf(x); }
