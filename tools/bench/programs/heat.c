// Heat that spreads over a plate with a hole: two planes of single precision by turns, walls found
// in a table of bytes.

#include "../workload.h"

enum { SIDE = SIZE(512, 35), STEPS = SIZE(1500, 6) };

static uint8_t *make_walls(int side) {
  uint8_t *walls = calloc((size_t)side, (size_t)side);
  for (int y = 0; y < side; ++y)
    for (int x = 0; x < side; ++x) {
      const int dx = x - side / 3, dy = y - side / 2;
      walls[y * side + x] = x == 0 || y == 0 || x == side - 1 || y == side - 1 ||
                            dx * dx + dy * dy < side * side / 64;
    }
  return walls;
}

static void spread(int side, const float *from, float *to, const uint8_t *walls) {
  for (int y = 1; y < side - 1; ++y)
    for (int x = 1; x < side - 1; ++x) {
      const float *cell = from + y * side + x;
      const float around = cell[-1] + cell[1] + cell[-side] + cell[side];
      const float next = *cell + 0.2f * (around - 4 * *cell);
      to[y * side + x] = walls[y * side + x] ? *cell : next;
    }
}

int main(int argc, char **argv) {
  const int side = size_from(argc, argv, SIDE);
  const size_t cells = (size_t)side * (size_t)side;
  uint8_t *walls = make_walls(side);
  float *from = malloc(cells * sizeof *from), *to = malloc(cells * sizeof *to);
  for (size_t i = 0; i < cells; ++i)
    from[i] = to[i] = walls[i] ? (float)(i % 97) : 20;
  for (int step = 0; step < STEPS; ++step) {
    spread(side, from, to, walls);
    float *const kept = from;
    from = to;
    to = kept;
  }
  uint64_t sum = 0;
  for (size_t i = 0; i < cells; ++i)
    sum = mix_double(sum, (double)from[i]);
  return finish(sum);
}
