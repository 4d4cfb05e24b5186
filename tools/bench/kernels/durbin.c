// Solves a Toeplitz system of equations, by Durbin's recursion

#include "kernel.h"

enum { ORDER = SIZE(2000, 41), PASSES = SIZE(170, 2) };

static void kernel(double r[ORDER], double y[ORDER]) {
  double z[ORDER];
  y[0] = -r[0];
  double beta = 1, alpha = -r[0];
  for (int k = 1; k < ORDER; ++k) {
    beta = (1 - alpha * alpha) * beta;
    double sum = 0;
    for (int i = 0; i < k; ++i)
      sum += r[k - i - 1] * y[i];
    alpha = -(r[k] + sum) / beta;
    for (int i = 0; i < k; ++i)
      z[i] = y[i] + alpha * y[k - i - 1];
    for (int i = 0; i < k; ++i)
      y[i] = z[i];
    y[k] = alpha;
  }
}

int main(void) {
  NEW_VECTOR(r, ORDER);
  NEW_VECTOR(y, ORDER);
  FILL(*r, 1);
  for (int i = 0; i < ORDER; ++i)
    (*r)[i] /= 4 * (i + 1);
  uint64_t sum = 0;
  for (int pass = 0; pass < PASSES; ++pass) {
    kernel(*r, *y);
    sum = MIX(sum, *y);
    (*r)[pass] *= 0.75;
  }
  return finish(sum);
}
