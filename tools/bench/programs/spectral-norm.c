// The largest singular value of an endless matrix, by the power method: integer to floating point
// conversions, divisions, sums that may not be reordered.

#include "../workload.h"

#include <math.h>

enum { ORDER = SIZE(2600, 30), PASSES = 10 };

static double entry(int row, int column) {
  return 1.0 / ((row + column) * (row + column + 1) / 2 + row + 1);
}

static void multiply(int n, const double *vector, double *result) {
  for (int i = 0; i < n; ++i) {
    double sum = 0;
    for (int j = 0; j < n; ++j)
      sum += entry(i, j) * vector[j];
    result[i] = sum;
  }
}

static void multiply_transposed(int n, const double *vector, double *result) {
  for (int i = 0; i < n; ++i) {
    double sum = 0;
    for (int j = 0; j < n; ++j)
      sum += entry(j, i) * vector[j];
    result[i] = sum;
  }
}

int main(int argc, char **argv) {
  const int n = size_from(argc, argv, ORDER);
  double *u = malloc(n * sizeof *u), *v = malloc(n * sizeof *v), *t = malloc(n * sizeof *t);
  for (int i = 0; i < n; ++i)
    u[i] = 1;
  for (int pass = 0; pass < PASSES; ++pass) {
    multiply(n, u, t);
    multiply_transposed(n, t, v);
    multiply(n, v, t);
    multiply_transposed(n, t, u);
  }
  double uv = 0, vv = 0;
  for (int i = 0; i < n; ++i) {
    uv += u[i] * v[i];
    vv += v[i] * v[i];
  }
  return finish(mix_double(0, sqrt(uv / vv)));
}
