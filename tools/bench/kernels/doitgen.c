// A[r][q] := A[r][q] C, for all r and q

#include "kernel.h"

enum { NR = SIZE(90, 7), NQ = SIZE(80, 9), NP = SIZE(128, 19), PASSES = SIZE(2, 1) };

static void kernel(double a[NR][NQ][NP], double c[NP][NP], double sum[NP]) {
  for (int r = 0; r < NR; ++r)
    for (int q = 0; q < NQ; ++q) {
      for (int p = 0; p < NP; ++p) {
        sum[p] = 0;
        for (int s = 0; s < NP; ++s)
          sum[p] += a[r][q][s] * c[s][p];
      }
      for (int p = 0; p < NP; ++p)
        a[r][q][p] = sum[p];
    }
}

int main(void) {
  double (*a)[NR][NQ][NP] = malloc(sizeof *a);
  NEW_MATRIX(c, NP, NP);
  NEW_VECTOR(sum, NP);
  FILL(*a, 1);
  FILL(*c, 2);
  for (int pass = 0; pass < PASSES; ++pass)
    kernel(*a, *c, *sum);
  return finish(MIX(0, *a));
}
