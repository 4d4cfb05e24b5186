// A := A + u v' + w t', x := x + beta A' y + z, q := alpha A x

#include "kernel.h"

enum { ORDER = SIZE(800, 33), PASSES = SIZE(300, 2) };

static void kernel(double alpha, double beta, double a[ORDER][ORDER], double u[ORDER],
                   double v[ORDER], double w[ORDER], double t[ORDER], double q[ORDER],
                   double x[ORDER], double y[ORDER], double z[ORDER]) {
  for (int i = 0; i < ORDER; ++i)
    for (int j = 0; j < ORDER; ++j)
      a[i][j] = a[i][j] + u[i] * v[j] + w[i] * t[j];
  for (int i = 0; i < ORDER; ++i)
    for (int j = 0; j < ORDER; ++j)
      x[i] = x[i] + beta * a[j][i] * y[j];
  for (int i = 0; i < ORDER; ++i)
    x[i] = x[i] + z[i];
  for (int i = 0; i < ORDER; ++i)
    for (int j = 0; j < ORDER; ++j)
      q[i] = q[i] + alpha * a[i][j] * x[j];
}

int main(void) {
  NEW_MATRIX(a, ORDER, ORDER);
  NEW_VECTOR(u, ORDER);
  NEW_VECTOR(v, ORDER);
  NEW_VECTOR(w, ORDER);
  NEW_VECTOR(t, ORDER);
  NEW_VECTOR(q, ORDER);
  NEW_VECTOR(x, ORDER);
  NEW_VECTOR(y, ORDER);
  NEW_VECTOR(z, ORDER);
  FILL(*a, 1);
  FILL(*u, 2);
  FILL(*v, 3);
  FILL(*w, 4);
  FILL(*t, 5);
  FILL(*x, 6);
  FILL(*y, 7);
  FILL(*z, 8);
  CLEAR(*q);
  for (int pass = 0; pass < PASSES; ++pass)
    kernel(1.5, 1.2, *a, *u, *v, *w, *t, *q, *x, *y, *z);
  return finish(MIX(MIX(0, *q), *a));
}
