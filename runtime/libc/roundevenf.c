//===- roundevenf.c --------------------------------------------------------===//

#include "libc/libc.h"
#include "libc/rounding.h"

float roundevenf(float x) { return w2n_nearestf(x); }
