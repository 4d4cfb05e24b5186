// C := alpha (A B' + B A') + beta C, the lower half

#include "kernel.h"

enum { ORDER = SIZE(500, 23), INNER = SIZE(440, 26), PASSES = SIZE(6, 1) };

static void kernel(double alpha, double beta, double c[ORDER][ORDER], double a[ORDER][INNER],
                   double b[ORDER][INNER]) {
  for (int i = 0; i < ORDER; ++i) {
    for (int j = 0; j <= i; ++j)
      c[i][j] *= beta;
    for (int k = 0; k < INNER; ++k)
      for (int j = 0; j <= i; ++j)
        c[i][j] += a[j][k] * alpha * b[i][k] + b[j][k] * alpha * a[i][k];
  }
}

int main(void) {
  NEW_MATRIX(a, ORDER, INNER);
  NEW_MATRIX(b, ORDER, INNER);
  NEW_MATRIX(c, ORDER, ORDER);
  FILL(*a, 1);
  FILL(*b, 2);
  FILL(*c, 3);
  for (int pass = 0; pass < PASSES; ++pass)
    kernel(1.5, 0.75, *c, *a, *b);
  return finish(MIX(0, *c));
}
