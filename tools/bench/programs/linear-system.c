// Solves systems of linear equations: LU decomposition with pivoting through pointers to rows.

#include "../workload.h"

#include <math.h>

enum { ORDER = SIZE(360, 27), SYSTEMS = SIZE(90, 2) };

static void fill(int n, double **rows, double *right, uint32_t *seed) {
  for (int i = 0; i < n; ++i) {
    for (int j = 0; j < n; ++j)
      rows[i][j] = (double)(next_random(seed) % 2001) / 1000 - 1;
    right[i] = i % 7 - 3;
  }
}

static void bring_pivot(int n, double **rows, double *right, int step) {
  int best = step;
  for (int i = step + 1; i < n; ++i)
    if (fabs(rows[i][step]) > fabs(rows[best][step]))
      best = i;
  double *const row = rows[best];
  rows[best] = rows[step];
  rows[step] = row;
  const double value = right[best];
  right[best] = right[step];
  right[step] = value;
}

static void eliminate(int n, double **rows, double *right) {
  for (int step = 0; step < n; ++step) {
    bring_pivot(n, rows, right, step);
    for (int i = step + 1; i < n; ++i) {
      const double factor = rows[i][step] / rows[step][step];
      for (int j = step + 1; j < n; ++j)
        rows[i][j] -= factor * rows[step][j];
      right[i] -= factor * right[step];
    }
  }
}

static void substitute(int n, double **rows, double *right) {
  for (int i = n - 1; i >= 0; --i) {
    for (int j = i + 1; j < n; ++j)
      right[i] -= rows[i][j] * right[j];
    right[i] /= rows[i][i];
  }
}

int main(int argc, char **argv) {
  const int n = size_from(argc, argv, ORDER);
  double **rows = malloc((size_t)n * sizeof *rows), *right = malloc((size_t)n * sizeof *right);
  for (int i = 0; i < n; ++i)
    rows[i] = malloc((size_t)n * sizeof **rows);
  uint32_t seed = 1;
  uint64_t sum = 0;
  for (int system = 0; system < SYSTEMS; ++system) {
    fill(n, rows, right, &seed);
    eliminate(n, rows, right);
    substitute(n, rows, right);
    sum = mix_doubles(sum, right, (size_t)n);
  }
  return finish(sum);
}
