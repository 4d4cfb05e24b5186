// x := x + A y and z := z + A' w

#include "kernel.h"

enum { ORDER = SIZE(900, 35), PASSES = SIZE(260, 2) };

static void kernel(double x[ORDER], double z[ORDER], double y[ORDER], double w[ORDER],
                   double a[ORDER][ORDER]) {
  for (int i = 0; i < ORDER; ++i)
    for (int j = 0; j < ORDER; ++j)
      x[i] = x[i] + a[i][j] * y[j];
  for (int i = 0; i < ORDER; ++i)
    for (int j = 0; j < ORDER; ++j)
      z[i] = z[i] + a[j][i] * w[j];
}

int main(void) {
  NEW_MATRIX(a, ORDER, ORDER);
  NEW_VECTOR(x, ORDER);
  NEW_VECTOR(z, ORDER);
  NEW_VECTOR(y, ORDER);
  NEW_VECTOR(w, ORDER);
  FILL(*a, 1);
  FILL(*x, 2);
  FILL(*z, 3);
  FILL(*y, 4);
  FILL(*w, 5);
  for (int pass = 0; pass < PASSES; ++pass)
    kernel(*x, *z, *y, *w, *a);
  return finish(MIX(MIX(0, *x), *z));
}
