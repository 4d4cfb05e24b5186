// Fast Fourier transforms of complex numbers, forth and back: strided access, shuffled indices.

#include "../workload.h"

enum { BITS = SIZE(15, 6), PASSES = SIZE(240, 3) };

struct complex {
  double real, imaginary;
};

static const double half_turn = 3.14159265358979323846;

// The sine and cosine of small angles, by their series: libraries differ in the last bits.
static struct complex on_circle(double angle) {
  struct complex point = {1, 0};
  double term = 1;
  for (int n = 1; n < 40; n += 2) {
    term *= angle / n;
    point.imaginary += n % 4 == 1 ? term : -term;
    term *= angle / (n + 1);
    point.real += n % 4 == 1 ? -term : term;
  }
  return point;
}

static void exchange_reversed(struct complex *values, int bits) {
  for (uint32_t i = 0; i < 1u << bits; ++i) {
    uint32_t reversed = 0;
    for (int bit = 0; bit < bits; ++bit)
      reversed |= (i >> bit & 1) << (bits - 1 - bit);
    if (i < reversed) {
      const struct complex kept = values[i];
      values[i] = values[reversed];
      values[reversed] = kept;
    }
  }
}

static void transform(struct complex *values, const struct complex *roots, int bits, double sign) {
  exchange_reversed(values, bits);
  const int count = 1 << bits;
  for (int half = 1; half < count; half *= 2)
    for (int start = 0; start < count; start += 2 * half)
      for (int i = 0; i < half; ++i) {
        const struct complex root = roots[i * (count / (2 * half))];
        struct complex *const even = &values[start + i], *const odd = &values[start + half + i];
        const double real = odd->real * root.real - sign * odd->imaginary * root.imaginary;
        const double imaginary = odd->imaginary * root.real + sign * odd->real * root.imaginary;
        *odd = (struct complex){even->real - real, even->imaginary - imaginary};
        *even = (struct complex){even->real + real, even->imaginary + imaginary};
      }
}

int main(int argc, char **argv) {
  const int bits = size_from(argc, argv, BITS), count = 1 << bits;
  struct complex *values = malloc((size_t)count * sizeof *values);
  struct complex *roots = malloc((size_t)count / 2 * sizeof *roots);
  for (int i = 0; i < count / 2; ++i)
    roots[i] = on_circle(-2 * half_turn * i / count);
  for (int i = 0; i < count; ++i)
    values[i] = (struct complex){i % 17, i % 5};
  for (int pass = 0; pass < PASSES; ++pass) {
    transform(values, roots, bits, 1);
    for (int i = 0; i < count; ++i)
      values[i].real *= 1 + (i & 3) * 0.01;
    transform(values, roots, bits, -1);
    for (int i = 0; i < count; ++i)
      values[i] = (struct complex){values[i].real / count, values[i].imaginary / count};
  }
  return finish(mix_doubles(0, &values->real, (size_t)count * 2));
}
