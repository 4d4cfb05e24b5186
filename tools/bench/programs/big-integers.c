// Arithmetic with long integers: powers modulo an odd number by Montgomery's method, with products
// of 64 by 64 bits.

#include "../workload.h"

enum { LIMBS = 16, POWERS = SIZE(450, 1) };

typedef uint64_t limb;
typedef unsigned __int128 wide;

struct modulus {
  limb limbs[LIMBS], inverse;
};

static int is_less(const limb *a, const limb *b) {
  for (int i = LIMBS - 1; i >= 0; --i)
    if (a[i] != b[i])
      return a[i] < b[i];
  return 0;
}

static limb subtract(limb *a, const limb *b) {
  limb borrow = 0;
  for (int i = 0; i < LIMBS; ++i) {
    const wide difference = (wide)a[i] - b[i] - borrow;
    a[i] = (limb)difference;
    borrow = (limb)(difference >> 64) & 1;
  }
  return borrow;
}

// row += a * factor; returns what is carried out of it.
static limb multiply_add(limb *row, const limb *a, limb factor) {
  limb carry = 0;
  for (int i = 0; i < LIMBS; ++i) {
    const wide product = (wide)a[i] * factor + row[i] + carry;
    row[i] = (limb)product;
    carry = (limb)(product >> 64);
  }
  return carry;
}

// result := a * b / 2^(64 * LIMBS) modulo m
static void multiply(limb *result, const limb *a, const limb *b, const struct modulus *m) {
  limb product[2 * LIMBS + 1] = {0};
  for (int i = 0; i < LIMBS; ++i)
    product[i + LIMBS] = multiply_add(product + i, a, b[i]);
  limb over = 0;
  for (int i = 0; i < LIMBS; ++i) {
    const limb carry = multiply_add(product + i, m->limbs, product[i] * m->inverse);
    const wide sum = (wide)product[i + LIMBS] + carry + over;
    product[i + LIMBS] = (limb)sum;
    over = (limb)(sum >> 64);
  }
  memcpy(result, product + LIMBS, LIMBS * sizeof *result);
  if (over || !is_less(result, m->limbs))
    subtract(result, m->limbs);
}

static struct modulus make_modulus(uint32_t *seed) {
  struct modulus m;
  for (int i = 0; i < LIMBS; ++i)
    m.limbs[i] = (limb)next_random(seed) << 41 ^ (limb)next_random(seed) << 20 ^ next_random(seed);
  m.limbs[0] |= 1;
  m.limbs[LIMBS - 1] |= (limb)1 << 63;
  // Each step doubles how many bits of the inverse of -m modulo 2^64 are right.
  m.inverse = 1;
  for (int bits = 1; bits < 64; bits *= 2)
    m.inverse *= 2 + m.limbs[0] * m.inverse;
  return m;
}

static void power(limb *result, const limb *base, const limb *exponent, const struct modulus *m) {
  memcpy(result, base, LIMBS * sizeof *result);
  for (int bit = 64 * LIMBS - 2; bit >= 0; --bit) {
    multiply(result, result, result, m);
    if (exponent[bit / 64] >> bit % 64 & 1)
      multiply(result, result, base, m);
  }
}

int main(int argc, char **argv) {
  const int powers = size_from(argc, argv, POWERS);
  uint32_t seed = 99;
  const struct modulus m = make_modulus(&seed);
  const struct modulus exponent = make_modulus(&seed);
  limb base[LIMBS] = {3}, result[LIMBS];
  uint64_t sum = 0;
  for (int i = 0; i < powers; ++i) {
    power(result, base, exponent.limbs, &m);
    memcpy(base, result, sizeof base);
    sum = mix(sum, result[0] ^ result[LIMBS - 1]);
  }
  return finish(sum);
}
