// B := alpha A' B, where A is lower triangular with ones on its diagonal

#include "kernel.h"

enum { ROWS = SIZE(480, 23), COLUMNS = SIZE(560, 27), PASSES = SIZE(4, 1) };

static void kernel(double alpha, double a[ROWS][ROWS], double b[ROWS][COLUMNS]) {
  for (int i = 0; i < ROWS; ++i)
    for (int j = 0; j < COLUMNS; ++j) {
      for (int k = i + 1; k < ROWS; ++k)
        b[i][j] += a[k][i] * b[k][j];
      b[i][j] = alpha * b[i][j];
    }
}

int main(void) {
  NEW_MATRIX(a, ROWS, ROWS);
  NEW_MATRIX(b, ROWS, COLUMNS);
  FILL(*a, 1);
  FILL(*b, 2);
  for (int pass = 0; pass < PASSES; ++pass)
    kernel(0.01, *a, *b);
  return finish(MIX(0, *b));
}
