// C := alpha A B + beta C, where A is symmetric and only its lower half is stored

#include "kernel.h"

enum { ROWS = SIZE(440, 21), COLUMNS = SIZE(500, 26), PASSES = SIZE(7, 1) };

static void kernel(double alpha, double beta, double c[ROWS][COLUMNS], double a[ROWS][ROWS],
                   double b[ROWS][COLUMNS]) {
  for (int i = 0; i < ROWS; ++i)
    for (int j = 0; j < COLUMNS; ++j) {
      double sum = 0;
      for (int k = 0; k < i; ++k) {
        c[k][j] += alpha * b[i][j] * a[i][k];
        sum += b[k][j] * a[i][k];
      }
      c[i][j] = beta * c[i][j] + alpha * b[i][j] * a[i][i] + alpha * sum;
    }
}

int main(void) {
  NEW_MATRIX(a, ROWS, ROWS);
  NEW_MATRIX(b, ROWS, COLUMNS);
  NEW_MATRIX(c, ROWS, COLUMNS);
  FILL(*a, 1);
  FILL(*b, 2);
  FILL(*c, 3);
  for (int pass = 0; pass < PASSES; ++pass)
    kernel(1.5, 0.75, *c, *a, *b);
  return finish(MIX(0, *c));
}
