// D := alpha A B C + beta D

#include "kernel.h"

enum { NI = SIZE(500, 17), NJ = SIZE(560, 22), NK = SIZE(620, 19), NL = SIZE(680, 25) };

static void kernel(double alpha, double beta, double t[NI][NJ], double a[NI][NK], double b[NK][NJ],
                   double c[NJ][NL], double d[NI][NL]) {
  for (int i = 0; i < NI; ++i)
    for (int j = 0; j < NJ; ++j) {
      t[i][j] = 0;
      for (int k = 0; k < NK; ++k)
        t[i][j] += alpha * a[i][k] * b[k][j];
    }
  for (int i = 0; i < NI; ++i)
    for (int j = 0; j < NL; ++j) {
      d[i][j] *= beta;
      for (int k = 0; k < NJ; ++k)
        d[i][j] += t[i][k] * c[k][j];
    }
}

int main(void) {
  NEW_MATRIX(t, NI, NJ);
  NEW_MATRIX(a, NI, NK);
  NEW_MATRIX(b, NK, NJ);
  NEW_MATRIX(c, NJ, NL);
  NEW_MATRIX(d, NI, NL);
  FILL(*a, 1);
  FILL(*b, 2);
  FILL(*c, 3);
  FILL(*d, 4);
  kernel(1.5, 1.2, *t, *a, *b, *c, *d);
  return finish(MIX(0, *d));
}
