// L and U with L U = A, both in A

#include "kernel.h"

enum { ORDER = SIZE(700, 33), PASSES = SIZE(5, 1) };

static void kernel(double a[ORDER][ORDER]) {
  for (int i = 0; i < ORDER; ++i) {
    for (int j = 0; j < i; ++j) {
      for (int k = 0; k < j; ++k)
        a[i][j] -= a[i][k] * a[k][j];
      a[i][j] /= a[j][j];
    }
    for (int j = i; j < ORDER; ++j)
      for (int k = 0; k < i; ++k)
        a[i][j] -= a[i][k] * a[k][j];
  }
}

int main(void) {
  NEW_MATRIX(a, ORDER, ORDER);
  uint64_t sum = 0;
  for (int pass = 0; pass < PASSES; ++pass) {
    FILL(*a, 1 + (uint32_t)pass);
    make_dominant(**a, ORDER);
    kernel(*a);
    sum = MIX(sum, *a);
  }
  return finish(sum);
}
