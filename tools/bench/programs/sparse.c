// Conjugate gradients with a sparse matrix in compressed rows: indices loaded from memory.

#include "../workload.h"

enum { SIDE = SIZE(300, 12), STEPS = SIZE(120, 10), SYSTEMS = SIZE(7, 2) };

struct matrix {
  int rows, *starts, *columns;
  double *values;
};

// The five-point Laplace operator on a square, with some links to far away.
static struct matrix make_matrix(int side) {
  const int rows = side * side;
  struct matrix m = {rows, malloc((size_t)(rows + 1) * sizeof(int)),
                     malloc((size_t)rows * 7 * sizeof(int)),
                     malloc((size_t)rows * 7 * sizeof(double))};
  int entries = 0;
  for (int row = 0; row < rows; ++row) {
    const int neighbours[] = {row - side, row - 1, row + 1, row + side, rows - 1 - row};
    m.starts[row] = entries;
    m.columns[entries] = row;
    m.values[entries++] = 5.25;
    for (int i = 0; i < 5; ++i)
      if (neighbours[i] >= 0 && neighbours[i] < rows) {
        m.columns[entries] = neighbours[i];
        m.values[entries++] = -1;
      }
  }
  m.starts[rows] = entries;
  return m;
}

static void multiply(const struct matrix *m, const double *vector, double *result) {
  for (int row = 0; row < m->rows; ++row) {
    double sum = 0;
    for (int i = m->starts[row]; i < m->starts[row + 1]; ++i)
      sum += m->values[i] * vector[m->columns[i]];
    result[row] = sum;
  }
}

static double dot(int n, const double *a, const double *b) {
  double sum = 0;
  for (int i = 0; i < n; ++i)
    sum += a[i] * b[i];
  return sum;
}

// vector := factor * vector + other * scale
static void combine(int n, double *vector, double factor, const double *other, double scale) {
  for (int i = 0; i < n; ++i)
    vector[i] = factor * vector[i] + scale * other[i];
}

int main(int argc, char **argv) {
  const int side = size_from(argc, argv, SIDE);
  const struct matrix m = make_matrix(side);
  const int n = m.rows;
  double *x = calloc((size_t)n, sizeof *x), *residual = calloc((size_t)n, sizeof *x);
  double *direction = calloc((size_t)n, sizeof *x), *image = calloc((size_t)n, sizeof *x);
  for (int system = 0; system < SYSTEMS; ++system) {
    for (int i = 0; i < n; ++i)
      residual[i] = direction[i] = i % (11 + system) - 4;
    double square = dot(n, residual, residual);
    for (int step = 0; step < STEPS && square > 1e-20; ++step) {
      multiply(&m, direction, image);
      const double length = square / dot(n, direction, image);
      combine(n, x, 1, direction, length);
      combine(n, residual, 1, image, -length);
      const double next = dot(n, residual, residual);
      combine(n, direction, next / square, residual, 1);
      square = next;
    }
  }
  return finish(mix_doubles(0, x, (size_t)n));
}
