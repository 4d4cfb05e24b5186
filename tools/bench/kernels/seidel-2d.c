// The mean of a cell and its eight neighbours in one plane: each waits for the one before

#include "kernel.h"

enum { SIDE = SIZE(400, 27), STEPS = SIZE(300, 3) };

static void kernel(double a[SIDE][SIDE]) {
  for (int step = 0; step < STEPS; ++step)
    for (int i = 1; i < SIDE - 1; ++i)
      for (int j = 1; j < SIDE - 1; ++j)
        a[i][j] = (a[i - 1][j - 1] + a[i - 1][j] + a[i - 1][j + 1] + a[i][j - 1] + a[i][j] +
                   a[i][j + 1] + a[i + 1][j - 1] + a[i + 1][j] + a[i + 1][j + 1]) /
                  9;
}

int main(void) {
  NEW_MATRIX(a, SIDE, SIDE);
  FILL(*a, 1);
  kernel(*a);
  return finish(MIX(0, *a));
}
