// Q and R with Q R = A, by modified Gram-Schmidt; columns are walked along

#include "kernel.h"

#include <math.h>

enum { ROWS = SIZE(360, 25), COLUMNS = SIZE(300, 21), PASSES = SIZE(18, 1) };

static void kernel(double a[ROWS][COLUMNS], double r[COLUMNS][COLUMNS], double q[ROWS][COLUMNS]) {
  for (int k = 0; k < COLUMNS; ++k) {
    double norm = 0;
    for (int i = 0; i < ROWS; ++i)
      norm += a[i][k] * a[i][k];
    r[k][k] = sqrt(norm);
    for (int i = 0; i < ROWS; ++i)
      q[i][k] = a[i][k] / r[k][k];
    for (int j = k + 1; j < COLUMNS; ++j) {
      r[k][j] = 0;
      for (int i = 0; i < ROWS; ++i)
        r[k][j] += q[i][k] * a[i][j];
      for (int i = 0; i < ROWS; ++i)
        a[i][j] = a[i][j] - q[i][k] * r[k][j];
    }
  }
}

int main(void) {
  NEW_MATRIX(a, ROWS, COLUMNS);
  NEW_MATRIX(r, COLUMNS, COLUMNS);
  NEW_MATRIX(q, ROWS, COLUMNS);
  CLEAR(*r);
  uint64_t sum = 0;
  for (int pass = 0; pass < PASSES; ++pass) {
    FILL(*a, 1 + (uint32_t)pass);
    for (int i = 0; i < COLUMNS; ++i)
      (*a)[i][i] += COLUMNS;
    kernel(*a, *r, *q);
    sum = MIX(MIX(sum, *r), *q);
  }
  return finish(sum);
}
