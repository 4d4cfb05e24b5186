// Solves A x = b by L and U, with sums in a variable

#include "kernel.h"

enum { ORDER = SIZE(700, 33), PASSES = SIZE(5, 1) };

static void kernel(double a[ORDER][ORDER], double b[ORDER], double x[ORDER], double y[ORDER]) {
  for (int i = 0; i < ORDER; ++i) {
    for (int j = 0; j < i; ++j) {
      double w = a[i][j];
      for (int k = 0; k < j; ++k)
        w -= a[i][k] * a[k][j];
      a[i][j] = w / a[j][j];
    }
    for (int j = i; j < ORDER; ++j) {
      double w = a[i][j];
      for (int k = 0; k < i; ++k)
        w -= a[i][k] * a[k][j];
      a[i][j] = w;
    }
  }
  for (int i = 0; i < ORDER; ++i) {
    double w = b[i];
    for (int j = 0; j < i; ++j)
      w -= a[i][j] * y[j];
    y[i] = w;
  }
  for (int i = ORDER - 1; i >= 0; --i) {
    double w = y[i];
    for (int j = i + 1; j < ORDER; ++j)
      w -= a[i][j] * x[j];
    x[i] = w / a[i][i];
  }
}

int main(void) {
  NEW_MATRIX(a, ORDER, ORDER);
  NEW_VECTOR(b, ORDER);
  NEW_VECTOR(x, ORDER);
  NEW_VECTOR(y, ORDER);
  FILL(*b, 9);
  uint64_t sum = 0;
  for (int pass = 0; pass < PASSES; ++pass) {
    FILL(*a, 1 + (uint32_t)pass);
    make_dominant(**a, ORDER);
    kernel(*a, *b, *x, *y);
    sum = MIX(sum, *x);
  }
  return finish(sum);
}
