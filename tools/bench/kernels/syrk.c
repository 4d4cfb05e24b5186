// C := alpha A A' + beta C, the lower half

#include "kernel.h"

enum { ORDER = SIZE(600, 23), INNER = SIZE(500, 26), PASSES = SIZE(8, 1) };

static void kernel(double alpha, double beta, double c[ORDER][ORDER], double a[ORDER][INNER]) {
  for (int i = 0; i < ORDER; ++i) {
    for (int j = 0; j <= i; ++j)
      c[i][j] *= beta;
    for (int k = 0; k < INNER; ++k)
      for (int j = 0; j <= i; ++j)
        c[i][j] += alpha * a[i][k] * a[j][k];
  }
}

int main(void) {
  NEW_MATRIX(a, ORDER, INNER);
  NEW_MATRIX(c, ORDER, ORDER);
  FILL(*a, 1);
  FILL(*c, 2);
  for (int pass = 0; pass < PASSES; ++pass)
    kernel(1.5, 0.75, *c, *a);
  return finish(MIX(0, *c));
}
