// Solves L x = b, where L is lower triangular

#include "kernel.h"

enum { ORDER = SIZE(1000, 35), PASSES = SIZE(900, 2) };

static void kernel(double l[ORDER][ORDER], double x[ORDER], double b[ORDER]) {
  for (int i = 0; i < ORDER; ++i) {
    x[i] = b[i];
    for (int j = 0; j < i; ++j)
      x[i] -= l[i][j] * x[j];
    x[i] = x[i] / l[i][i];
  }
}

int main(void) {
  NEW_MATRIX(l, ORDER, ORDER);
  NEW_VECTOR(x, ORDER);
  NEW_VECTOR(b, ORDER);
  FILL(*l, 1);
  FILL(*b, 2);
  make_dominant(**l, ORDER);
  for (int pass = 0; pass < PASSES; ++pass) {
    kernel(*l, *x, *b);
    (*b)[pass % ORDER] += (*x)[ORDER - 1];
  }
  return finish(MIX(0, *x));
}
