// Electric and magnetic fields in a plane, by finite differences

#include "kernel.h"

enum { NX = SIZE(340, 21), NY = SIZE(400, 26), STEPS = SIZE(2000, 4) };

static void kernel(double ex[NX][NY], double ey[NX][NY], double hz[NX][NY], double source[STEPS]) {
  for (int step = 0; step < STEPS; ++step) {
    for (int j = 0; j < NY; ++j)
      ey[0][j] = source[step];
    for (int i = 1; i < NX; ++i)
      for (int j = 0; j < NY; ++j)
        ey[i][j] = ey[i][j] - 0.5 * (hz[i][j] - hz[i - 1][j]);
    for (int i = 0; i < NX; ++i)
      for (int j = 1; j < NY; ++j)
        ex[i][j] = ex[i][j] - 0.5 * (hz[i][j] - hz[i][j - 1]);
    for (int i = 0; i < NX - 1; ++i)
      for (int j = 0; j < NY - 1; ++j)
        hz[i][j] = hz[i][j] - 0.7 * (ex[i][j + 1] - ex[i][j] + ey[i + 1][j] - ey[i][j]);
  }
}

int main(void) {
  NEW_MATRIX(ex, NX, NY);
  NEW_MATRIX(ey, NX, NY);
  NEW_MATRIX(hz, NX, NY);
  NEW_VECTOR(source, STEPS);
  FILL(*ex, 1);
  FILL(*ey, 2);
  FILL(*hz, 3);
  FILL(*source, 4);
  kernel(*ex, *ey, *hz, *source);
  return finish(MIX(MIX(MIX(0, *ex), *ey), *hz));
}
