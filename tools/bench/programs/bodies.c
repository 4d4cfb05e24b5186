// Masses that attract each other, all pairs: scalar floating point, divisions and roots.

#include "../workload.h"

#include <math.h>

enum { COUNT = 24, STEPS = SIZE(240000, 30) };

struct body {
  double position[3], velocity[3], mass;
};

static struct body bodies[COUNT];

static void attract(struct body *a, struct body *b, double step) {
  double difference[3], square = 0.01;
  for (int axis = 0; axis < 3; ++axis) {
    difference[axis] = b->position[axis] - a->position[axis];
    square += difference[axis] * difference[axis];
  }
  const double pull = step / (square * sqrt(square));
  for (int axis = 0; axis < 3; ++axis) {
    a->velocity[axis] += difference[axis] * pull * b->mass;
    b->velocity[axis] -= difference[axis] * pull * a->mass;
  }
}

static void advance(double step) {
  for (int i = 0; i < COUNT; ++i)
    for (int j = i + 1; j < COUNT; ++j)
      attract(&bodies[i], &bodies[j], step);
  for (int i = 0; i < COUNT; ++i)
    for (int axis = 0; axis < 3; ++axis)
      bodies[i].position[axis] += bodies[i].velocity[axis] * step;
}

int main(int argc, char **argv) {
  const int steps = size_from(argc, argv, STEPS);
  for (int i = 0; i < COUNT; ++i) {
    bodies[i].mass = 1 + i % 3;
    for (int axis = 0; axis < 3; ++axis)
      bodies[i].position[axis] = (i * (7 + axis * 4)) % 19;
  }
  for (int step = 0; step < steps; ++step)
    advance(0.001);
  uint64_t sum = 0;
  for (int i = 0; i < COUNT; ++i)
    sum = mix_doubles(sum, bodies[i].position, 3);
  return finish(sum);
}
