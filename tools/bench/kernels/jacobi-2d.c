// The mean of a cell and its neighbours, between two planes by turns; the planes are static

#include "kernel.h"

enum { SIDE = SIZE(420, 27), STEPS = SIZE(2000, 4) };

static double a[SIDE][SIDE], b[SIDE][SIDE];

static void kernel(void) {
  for (int step = 0; step < STEPS; ++step) {
    for (int i = 1; i < SIDE - 1; ++i)
      for (int j = 1; j < SIDE - 1; ++j)
        b[i][j] = 0.2 * (a[i][j] + a[i][j - 1] + a[i][1 + j] + a[1 + i][j] + a[i - 1][j]);
    for (int i = 1; i < SIDE - 1; ++i)
      for (int j = 1; j < SIDE - 1; ++j)
        a[i][j] = 0.2 * (b[i][j] + b[i][j - 1] + b[i][1 + j] + b[1 + i][j] + b[i - 1][j]);
  }
}

int main(void) {
  FILL(a, 1);
  FILL(b, 2);
  kernel();
  return finish(MIX(0, a));
}
