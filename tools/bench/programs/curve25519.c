// Key agreement on Curve25519 (RFC 7748): a Montgomery ladder over limbs of 51 bits, whose products
// have 128.

#include "../workload.h"

enum { EXCHANGES = SIZE(8000, 4), LIMBS = 5 };

typedef unsigned __int128 wide;
typedef uint64_t field[LIMBS];

static const uint64_t mask = ((uint64_t)1 << 51) - 1;

static void add(field r, const field a, const field b) {
  for (int i = 0; i < LIMBS; ++i)
    r[i] = a[i] + b[i];
}

// Adds a multiple of the prime first, so that nothing is below zero.
static void subtract(field r, const field a, const field b) {
  for (int i = 0; i < LIMBS; ++i)
    r[i] = a[i] + (i == 0 ? 0x3fffffffffff68 : 0x3ffffffffffff8) - b[i];
}

static void carry(field r, wide *products) {
  for (int i = 0; i < LIMBS - 1; ++i) {
    products[i + 1] += (uint64_t)(products[i] >> 51);
    r[i] = (uint64_t)products[i] & mask;
  }
  const uint64_t over = (uint64_t)(products[4] >> 51);
  r[4] = (uint64_t)products[4] & mask;
  r[0] += over * 19;
  r[1] += r[0] >> 51;
  r[0] &= mask;
}

static void multiply(field r, const field a, const field b) {
  wide products[LIMBS];
  for (int i = 0; i < LIMBS; ++i) {
    products[i] = 0;
    for (int j = 0; j < LIMBS; ++j)
      products[i] += (wide)a[j] * (j <= i ? b[i - j] : 19 * b[i - j + LIMBS]);
  }
  carry(r, products);
}

static void multiply_small(field r, const field a, uint64_t factor) {
  wide products[LIMBS];
  for (int i = 0; i < LIMBS; ++i)
    products[i] = (wide)a[i] * factor;
  carry(r, products);
}

// r := a^(2^255 - 21), which is the inverse: all bits of the exponent are 1, but bits 2 and 4.
static void invert(field r, const field a) {
  field base;
  memcpy(base, a, sizeof base);
  memcpy(r, a, sizeof base);
  for (int bit = 253; bit >= 0; --bit) {
    multiply(r, r, r);
    if (bit != 2 && bit != 4)
      multiply(r, r, base);
  }
}

// Exchanges without a branch, as code has to that keeps a secret.
static void exchange(field a, field b, uint64_t whether) {
  for (int i = 0; i < LIMBS; ++i) {
    const uint64_t difference = (0 - whether) & (a[i] ^ b[i]);
    a[i] ^= difference;
    b[i] ^= difference;
  }
}

struct point {
  field x, z;
};

// (a, b) := (2a, a + b), where b - a is the point x.
static void step(struct point *a, struct point *b, const field x) {
  field sum, difference, other_sum, other_difference, squares[2], t;
  add(sum, a->x, a->z);
  subtract(difference, a->x, a->z);
  add(other_sum, b->x, b->z);
  subtract(other_difference, b->x, b->z);
  multiply(other_difference, other_difference, sum);
  multiply(other_sum, other_sum, difference);
  add(t, other_difference, other_sum);
  multiply(b->x, t, t);
  subtract(t, other_difference, other_sum);
  multiply(t, t, t);
  multiply(b->z, t, x);
  multiply(squares[0], sum, sum);
  multiply(squares[1], difference, difference);
  multiply(a->x, squares[0], squares[1]);
  subtract(t, squares[0], squares[1]);
  multiply_small(sum, t, 121665);
  add(sum, sum, squares[0]);
  multiply(a->z, t, sum);
}

static void multiply_point(field result, const uint8_t *scalar, const field x) {
  struct point a = {{1}, {0}}, b = {{0}, {1}};
  memcpy(b.x, x, sizeof b.x);
  uint64_t last = 0;
  for (int bit = 254; bit >= 0; --bit) {
    const uint64_t next = scalar[bit / 8] >> bit % 8 & 1;
    exchange(a.x, b.x, last ^ next);
    exchange(a.z, b.z, last ^ next);
    last = next;
    step(&a, &b, x);
  }
  exchange(a.x, b.x, last);
  exchange(a.z, b.z, last);
  field inverse;
  invert(inverse, a.z);
  multiply(result, a.x, inverse);
}

int main(int argc, char **argv) {
  const int exchanges = size_from(argc, argv, EXCHANGES);
  field x = {9};
  uint8_t scalar[32];
  uint32_t seed = 5;
  uint64_t sum = 0;
  for (int i = 0; i < exchanges; ++i) {
    for (int byte = 0; byte < 32; ++byte)
      scalar[byte] = (uint8_t)next_random(&seed);
    scalar[0] &= 248;
    scalar[31] = (scalar[31] & 127) | 64;
    multiply_point(x, scalar, x);
    sum = mix(sum, x[0] ^ x[4]);
  }
  return finish(sum);
}
