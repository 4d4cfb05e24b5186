// Heat in three dimensions, between two cubes by turns

#include "kernel.h"

enum { SIDE = SIZE(80, 13), STEPS = SIZE(360, 3) };

typedef double cube[SIDE][SIDE][SIDE];

static void half_step(cube from, cube to) {
  for (int i = 1; i < SIDE - 1; ++i)
    for (int j = 1; j < SIDE - 1; ++j)
      for (int k = 1; k < SIDE - 1; ++k)
        to[i][j][k] = 0.125 * (from[i + 1][j][k] - 2 * from[i][j][k] + from[i - 1][j][k]) +
                      0.125 * (from[i][j + 1][k] - 2 * from[i][j][k] + from[i][j - 1][k]) +
                      0.125 * (from[i][j][k + 1] - 2 * from[i][j][k] + from[i][j][k - 1]) +
                      from[i][j][k];
}

static void kernel(cube a, cube b) {
  for (int step = 0; step < STEPS; ++step) {
    half_step(a, b);
    half_step(b, a);
  }
}

int main(void) {
  cube *a = malloc(sizeof *a), *b = malloc(sizeof *b);
  FILL(*a, 1);
  memcpy(b, a, sizeof *b);
  kernel(*a, *b);
  return finish(MIX(0, *a));
}
