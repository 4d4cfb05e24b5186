// G := (A B) (C D)

#include "kernel.h"

enum { NI = SIZE(480, 17), NJ = SIZE(500, 18), NK = SIZE(520, 19), NL = SIZE(540, 20) };
enum { NM = SIZE(560, 21) };

static void kernel(double e[NI][NJ], double a[NI][NK], double b[NK][NJ], double f[NJ][NL],
                   double c[NJ][NM], double d[NM][NL], double g[NI][NL]) {
  for (int i = 0; i < NI; ++i)
    for (int j = 0; j < NJ; ++j) {
      e[i][j] = 0;
      for (int k = 0; k < NK; ++k)
        e[i][j] += a[i][k] * b[k][j];
    }
  for (int i = 0; i < NJ; ++i)
    for (int j = 0; j < NL; ++j) {
      f[i][j] = 0;
      for (int k = 0; k < NM; ++k)
        f[i][j] += c[i][k] * d[k][j];
    }
  for (int i = 0; i < NI; ++i)
    for (int j = 0; j < NL; ++j) {
      g[i][j] = 0;
      for (int k = 0; k < NJ; ++k)
        g[i][j] += e[i][k] * f[k][j];
    }
}

int main(void) {
  NEW_MATRIX(a, NI, NK);
  NEW_MATRIX(b, NK, NJ);
  NEW_MATRIX(c, NJ, NM);
  NEW_MATRIX(d, NM, NL);
  NEW_MATRIX(e, NI, NJ);
  NEW_MATRIX(f, NJ, NL);
  NEW_MATRIX(g, NI, NL);
  FILL(*a, 1);
  FILL(*b, 2);
  FILL(*c, 3);
  FILL(*d, 4);
  kernel(*e, *a, *b, *f, *c, *d, *g);
  return finish(MIX(0, *g));
}
