// s := A' r and q := A p, in one pass over A

#include "kernel.h"

enum { ROWS = SIZE(950, 29), COLUMNS = SIZE(850, 33), PASSES = SIZE(640, 2) };

static void kernel(double a[ROWS][COLUMNS], double s[COLUMNS], double q[ROWS], double p[COLUMNS],
                   double r[ROWS]) {
  for (int i = 0; i < COLUMNS; ++i)
    s[i] = 0;
  for (int i = 0; i < ROWS; ++i) {
    q[i] = 0;
    for (int j = 0; j < COLUMNS; ++j) {
      s[j] = s[j] + r[i] * a[i][j];
      q[i] = q[i] + a[i][j] * p[j];
    }
  }
}

int main(void) {
  NEW_MATRIX(a, ROWS, COLUMNS);
  NEW_VECTOR(s, COLUMNS);
  NEW_VECTOR(q, ROWS);
  NEW_VECTOR(p, COLUMNS);
  NEW_VECTOR(r, ROWS);
  FILL(*a, 1);
  FILL(*p, 2);
  FILL(*r, 3);
  for (int pass = 0; pass < PASSES; ++pass) {
    kernel(*a, *s, *q, *p, *r);
    (*p)[pass % COLUMNS] = (*s)[pass] / 1e3;
  }
  return finish(MIX(MIX(0, *s), *q));
}
