//===- bignum.h - Natural numbers of any size ------------------------------===//
//
// Small and slow: for reading and printing a few floats exactly.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_CORE_BIGNUM_H
#define W2N_CORE_BIGNUM_H

#include <stdint.h>

// 800 digits times 10^350, or 10^1150 times 2^64, fit with room to spare.
enum { W2N_BIGNUM_WORDS = 160 };

struct w2n_bignum {
  // Words in use; the highest is not zero.
  unsigned size;
  uint32_t words[W2N_BIGNUM_WORDS];
};

void w2n_bignum_set(struct w2n_bignum *number, uint64_t value);
// number = number * factor + summand
void w2n_bignum_multiply_add(struct w2n_bignum *number, uint32_t factor, uint32_t summand);
void w2n_bignum_multiply_power_of_10(struct w2n_bignum *number, unsigned exponent);
void w2n_bignum_shift_left(struct w2n_bignum *number, unsigned bits);
// a -= b, where a >= b.
void w2n_bignum_subtract(struct w2n_bignum *a, const struct w2n_bignum *b);
// Less than, equal to or greater than 0 as a is to b.
int w2n_bignum_compare(const struct w2n_bignum *a, const struct w2n_bignum *b);
unsigned w2n_bignum_bits(const struct w2n_bignum *number);

#endif // W2N_CORE_BIGNUM_H
