// The mean of three neighbours, between two lines by turns

#include "kernel.h"

enum { LENGTH = SIZE(4000, 91), STEPS = SIZE(200000, 7) };

static void kernel(double a[LENGTH], double b[LENGTH]) {
  for (int step = 0; step < STEPS; ++step) {
    for (int i = 1; i < LENGTH - 1; ++i)
      b[i] = 0.33333 * (a[i - 1] + a[i] + a[i + 1]);
    for (int i = 1; i < LENGTH - 1; ++i)
      a[i] = 0.33333 * (b[i - 1] + b[i] + b[i + 1]);
  }
}

int main(void) {
  NEW_VECTOR(a, LENGTH);
  NEW_VECTOR(b, LENGTH);
  FILL(*a, 1);
  FILL(*b, 2);
  kernel(*a, *b);
  return finish(MIX(0, *a));
}
