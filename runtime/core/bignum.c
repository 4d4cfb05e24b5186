//===- bignum.c - Natural numbers of any size ------------------------------===//

#include "core/bignum.h"

static void trim(struct w2n_bignum *number) {
  while (number->size && !number->words[number->size - 1])
    --number->size;
}

static void append(struct w2n_bignum *number, uint32_t word) {
  // Callers keep to the sizes that the header speaks of.
  if (number->size == W2N_BIGNUM_WORDS)
    __builtin_trap();
  number->words[number->size++] = word;
}

void w2n_bignum_set(struct w2n_bignum *number, uint64_t value) {
  number->size = 2;
  number->words[0] = (uint32_t)value;
  number->words[1] = (uint32_t)(value >> 32);
  trim(number);
}

void w2n_bignum_multiply_add(struct w2n_bignum *number, uint32_t factor, uint32_t summand) {
  uint64_t carry = summand;
  for (unsigned i = 0; i < number->size; ++i) {
    carry += (uint64_t)number->words[i] * factor;
    number->words[i] = (uint32_t)carry;
    carry >>= 32;
  }
  if (carry)
    append(number, (uint32_t)carry);
}

void w2n_bignum_multiply_power_of_10(struct w2n_bignum *number, unsigned exponent) {
  for (; exponent >= 9; exponent -= 9)
    w2n_bignum_multiply_add(number, 1000000000, 0);
  for (; exponent; --exponent)
    w2n_bignum_multiply_add(number, 10, 0);
}

void w2n_bignum_shift_left(struct w2n_bignum *number, unsigned bits) {
  if (!number->size)
    return;
  w2n_bignum_multiply_add(number, 1u << bits % 32, 0);
  const unsigned words = bits / 32;
  if (!words)
    return;
  for (unsigned i = 0; i < words; ++i)
    append(number, 0);
  for (unsigned i = number->size; i-- > 0;)
    number->words[i] = i >= words ? number->words[i - words] : 0;
}

void w2n_bignum_subtract(struct w2n_bignum *a, const struct w2n_bignum *b) {
  int64_t borrow = 0;
  for (unsigned i = 0; i < a->size; ++i) {
    borrow += (int64_t)a->words[i] - (i < b->size ? b->words[i] : 0);
    a->words[i] = (uint32_t)borrow;
    borrow >>= 32;
  }
  trim(a);
}

int w2n_bignum_compare(const struct w2n_bignum *a, const struct w2n_bignum *b) {
  if (a->size != b->size)
    return a->size < b->size ? -1 : 1;
  for (unsigned i = a->size; i-- > 0;)
    if (a->words[i] != b->words[i])
      return a->words[i] < b->words[i] ? -1 : 1;
  return 0;
}

unsigned w2n_bignum_bits(const struct w2n_bignum *number) {
  if (!number->size)
    return 0;
  return 32 * number->size - (unsigned)__builtin_clz(number->words[number->size - 1]);
}
