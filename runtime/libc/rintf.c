//===- rintf.c -------------------------------------------------------------===//

#include "libc/libc.h"
#include "libc/rounding.h"

float rintf(float x) { return w2n_nearestf(x); }
