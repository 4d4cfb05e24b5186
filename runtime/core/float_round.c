//===- float_round.c - Exact numbers to floats -----------------------------===//

#include "core/bignum.h"
#include "core/number.h"

struct w2n_float_format w2n_float_format(unsigned bits) {
  if (bits == 32)
    return (struct w2n_float_format){.fraction_bits = 23, .exponent_bits = 8};
  return (struct w2n_float_format){.fraction_bits = 52, .exponent_bits = 11};
}

static int64_t bias(struct w2n_float_format format) {
  return (1 << (format.exponent_bits - 1)) - 1;
}

// The float next to n / d * 2^exponent, where n and d are not zero and are used up. A
// number that lies between two floats goes to the nearer one, or to the even one; sticky
// makes it count as a little larger.
static uint64_t round_quotient(struct w2n_float_format format, struct w2n_bignum *n,
                               struct w2n_bignum *d, int64_t exponent, int sticky) {
  // Scaled to 1 <= n / d < 2.
  int shift = (int)w2n_bignum_bits(n) - (int)w2n_bignum_bits(d);
  w2n_bignum_shift_left(shift > 0 ? d : n, (unsigned)(shift > 0 ? shift : -shift));
  if (w2n_bignum_compare(n, d) < 0) {
    w2n_bignum_shift_left(n, 1);
    --shift;
  }
  exponent += shift;
  if (exponent > bias(format))
    exponent = bias(format) + 1;

  // Numbers below the smallest normal one have fewer bits.
  const int64_t smallest = 1 - bias(format);
  int64_t bits = (int64_t)format.fraction_bits + 1;
  if (exponent < smallest)
    bits -= smallest - exponent;
  if (bits < 0)
    return 0;
  uint64_t quotient = 0;
  for (int64_t i = 0; i < bits; ++i) {
    const int bit = w2n_bignum_compare(n, d) >= 0;
    if (bit)
      w2n_bignum_subtract(n, d);
    quotient = quotient << 1 | (uint64_t)bit;
    w2n_bignum_shift_left(n, 1);
  }
  const int order = w2n_bignum_compare(n, d);
  const int up = order > 0 || (order == 0 && (sticky || (quotient & 1)));
  // The leading one of a normal number adds 1 to the exponent field, and so does a carry
  // out of the fraction.
  const uint64_t field = exponent < smallest ? 0 : (uint64_t)(exponent + bias(format) - 1);
  const uint64_t result = (field << format.fraction_bits) + quotient + (uint64_t)up;
  const uint64_t infinity = (((uint64_t)1 << format.exponent_bits) - 1) << format.fraction_bits;
  return result < infinity ? result : infinity;
}

uint64_t w2n_decimal_to_float(struct w2n_float_format format, const uint8_t *digits, unsigned count,
                              int64_t exponent) {
  // Far outside of what any format holds.
  if (exponent + count > 400)
    return (((uint64_t)1 << format.exponent_bits) - 1) << format.fraction_bits;
  if (exponent + count < -400)
    return 0;
  struct w2n_bignum n, d;
  w2n_bignum_set(&n, 0);
  for (unsigned i = 0; i < count; ++i)
    w2n_bignum_multiply_add(&n, 10, digits[i]);
  if (!n.size)
    return 0;
  w2n_bignum_set(&d, 1);
  w2n_bignum_multiply_power_of_10(exponent > 0 ? &n : &d,
                                  (unsigned)(exponent > 0 ? exponent : -exponent));
  return round_quotient(format, &n, &d, 0, 0);
}

uint64_t w2n_binary_to_float(struct w2n_float_format format, uint64_t mantissa, int64_t exponent,
                             int sticky) {
  struct w2n_bignum n, d;
  if (!mantissa)
    return 0;
  w2n_bignum_set(&n, mantissa);
  w2n_bignum_set(&d, 1);
  return round_quotient(format, &n, &d, exponent, sticky);
}
