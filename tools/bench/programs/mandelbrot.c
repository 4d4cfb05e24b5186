// How long points of the plane stay near zero: a floating point loop whose end depends on data.

#include "../workload.h"

enum { WIDTH = SIZE(1100, 24), LIMIT = 400 };

static int iterations(double x, double y) {
  double real = 0, imaginary = 0;
  int count = 0;
  while (count < LIMIT && real * real + imaginary * imaginary <= 4) {
    const double next = real * real - imaginary * imaginary + x;
    imaginary = 2 * real * imaginary + y;
    real = next;
    ++count;
  }
  return count;
}

int main(int argc, char **argv) {
  const int width = size_from(argc, argv, WIDTH);
  uint64_t sum = 0;
  for (int row = 0; row < width; ++row)
    for (int column = 0; column < width; ++column)
      sum = mix(sum, (uint64_t)iterations(3.0 * column / width - 2.1, 2.4 * row / width - 1.2));
  return finish(sum);
}
