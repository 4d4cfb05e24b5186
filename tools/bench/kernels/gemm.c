// C := alpha A B + beta C

#include "kernel.h"

enum { ROWS = SIZE(500, 21), COLUMNS = SIZE(560, 26), INNER = SIZE(620, 31), PASSES = SIZE(8, 1) };

static void kernel(double alpha, double beta, double c[ROWS][COLUMNS], double a[ROWS][INNER],
                   double b[INNER][COLUMNS]) {
  for (int i = 0; i < ROWS; ++i) {
    for (int j = 0; j < COLUMNS; ++j)
      c[i][j] *= beta;
    for (int k = 0; k < INNER; ++k)
      for (int j = 0; j < COLUMNS; ++j)
        c[i][j] += alpha * a[i][k] * b[k][j];
  }
}

int main(void) {
  NEW_MATRIX(a, ROWS, INNER);
  NEW_MATRIX(b, INNER, COLUMNS);
  NEW_MATRIX(c, ROWS, COLUMNS);
  FILL(*a, 1);
  FILL(*b, 2);
  FILL(*c, 3);
  for (int pass = 0; pass < PASSES; ++pass)
    kernel(1.5, 0.75, *c, *a, *b);
  return finish(MIX(0, *c));
}
