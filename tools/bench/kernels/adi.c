// Heat in two dimensions by alternating directions: recurrences along columns, then along rows

#include "kernel.h"

enum { ORDER = SIZE(500, 23), STEPS = SIZE(60, 3) };

static void sweep_columns(double u[ORDER][ORDER], double v[ORDER][ORDER], double p[ORDER][ORDER],
                          double q[ORDER][ORDER], const double *factors) {
  const double a = factors[0], b = factors[1], c = factors[2], d = factors[3], f = factors[4];
  for (int i = 1; i < ORDER - 1; ++i) {
    v[0][i] = 1;
    p[i][0] = 0;
    q[i][0] = v[0][i];
    for (int j = 1; j < ORDER - 1; ++j) {
      p[i][j] = -c / (a * p[i][j - 1] + b);
      q[i][j] = (-d * u[j][i - 1] + (1 + 2 * d) * u[j][i] - f * u[j][i + 1] - a * q[i][j - 1]) /
                (a * p[i][j - 1] + b);
    }
    v[ORDER - 1][i] = 1;
    for (int j = ORDER - 2; j >= 1; --j)
      v[j][i] = p[i][j] * v[j + 1][i] + q[i][j];
  }
}

static void sweep_rows(double u[ORDER][ORDER], double v[ORDER][ORDER], double p[ORDER][ORDER],
                       double q[ORDER][ORDER], const double *factors) {
  const double a = factors[0], c = factors[2], d = factors[3], e = factors[5], f = factors[4];
  for (int i = 1; i < ORDER - 1; ++i) {
    u[i][0] = 1;
    p[i][0] = 0;
    q[i][0] = u[i][0];
    for (int j = 1; j < ORDER - 1; ++j) {
      p[i][j] = -f / (d * p[i][j - 1] + e);
      q[i][j] = (-a * v[i - 1][j] + (1 + 2 * a) * v[i][j] - c * v[i + 1][j] - d * q[i][j - 1]) /
                (d * p[i][j - 1] + e);
    }
    u[i][ORDER - 1] = 1;
    for (int j = ORDER - 2; j >= 1; --j)
      u[i][j] = p[i][j] * u[i][j + 1] + q[i][j];
  }
}

static void kernel(double u[ORDER][ORDER], double v[ORDER][ORDER], double p[ORDER][ORDER],
                   double q[ORDER][ORDER]) {
  const double space = 1.0 / ORDER, time = 1.0 / STEPS;
  const double first = 2 * time / (space * space), second = time / (space * space);
  const double factors[] = {-first / 2,  1 + first,   -first / 2,
                            -second / 2, -second / 2, 1 + second};
  for (int step = 0; step < STEPS; ++step) {
    sweep_columns(u, v, p, q, factors);
    sweep_rows(u, v, p, q, factors);
  }
}

int main(void) {
  NEW_MATRIX(u, ORDER, ORDER);
  NEW_MATRIX(v, ORDER, ORDER);
  NEW_MATRIX(p, ORDER, ORDER);
  NEW_MATRIX(q, ORDER, ORDER);
  FILL(*u, 1);
  CLEAR(*v);
  CLEAR(*p);
  CLEAR(*q);
  kernel(*u, *v, *p, *q);
  return finish(MIX(0, *u));
}
