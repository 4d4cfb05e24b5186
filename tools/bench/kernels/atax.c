// y := A' (A x)

#include "kernel.h"

enum { ROWS = SIZE(900, 29), COLUMNS = SIZE(1000, 33), PASSES = SIZE(520, 2) };

static void kernel(double a[ROWS][COLUMNS], double x[COLUMNS], double y[COLUMNS], double t[ROWS]) {
  for (int i = 0; i < COLUMNS; ++i)
    y[i] = 0;
  for (int i = 0; i < ROWS; ++i) {
    t[i] = 0;
    for (int j = 0; j < COLUMNS; ++j)
      t[i] = t[i] + a[i][j] * x[j];
    for (int j = 0; j < COLUMNS; ++j)
      y[j] = y[j] + a[i][j] * t[i];
  }
}

int main(void) {
  NEW_MATRIX(a, ROWS, COLUMNS);
  NEW_VECTOR(x, COLUMNS);
  NEW_VECTOR(y, COLUMNS);
  NEW_VECTOR(t, ROWS);
  FILL(*a, 1);
  FILL(*x, 2);
  for (int pass = 0; pass < PASSES; ++pass) {
    kernel(*a, *x, *y, *t);
    (*x)[pass % COLUMNS] = (*y)[pass] / 1e6;
  }
  return finish(MIX(0, *y));
}
