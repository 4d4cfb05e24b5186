// y := alpha A x + beta B x

#include "kernel.h"

enum { ORDER = SIZE(700, 33), PASSES = SIZE(1000, 2) };

static void kernel(double alpha, double beta, double a[ORDER][ORDER], double b[ORDER][ORDER],
                   double t[ORDER], double x[ORDER], double y[ORDER]) {
  for (int i = 0; i < ORDER; ++i) {
    t[i] = 0;
    y[i] = 0;
    for (int j = 0; j < ORDER; ++j) {
      t[i] = a[i][j] * x[j] + t[i];
      y[i] = b[i][j] * x[j] + y[i];
    }
    y[i] = alpha * t[i] + beta * y[i];
  }
}

int main(void) {
  NEW_MATRIX(a, ORDER, ORDER);
  NEW_MATRIX(b, ORDER, ORDER);
  NEW_VECTOR(t, ORDER);
  NEW_VECTOR(x, ORDER);
  NEW_VECTOR(y, ORDER);
  FILL(*a, 1);
  FILL(*b, 2);
  FILL(*x, 3);
  for (int pass = 0; pass < PASSES; ++pass) {
    kernel(1.5, 1.2, *a, *b, *t, *x, *y);
    (*x)[pass % ORDER] = (*y)[pass % ORDER] / 1e3;
  }
  return finish(MIX(0, *y));
}
