//===- number_print.c - Numbers to text ------------------------------------===//

#include "core/bignum.h"
#include "core/number.h"

void w2n_print_integer(struct w2n_writer *writer, unsigned bits, uint64_t value) {
  const int64_t number = bits == 32 ? (int32_t)value : (int64_t)value;
  if (number < 0)
    w2n_write_character(writer, '-');
  w2n_write_decimal(writer, number < 0 ? -(uint64_t)number : (uint64_t)number);
}

enum { MOST_DIGITS = 17 };

// digits[0].digits[1]... * 10^exponent, with one digit to round by.
struct decimal {
  uint8_t digits[MOST_DIGITS + 1];
  int exponent;
};

// Brings n / d, which is not zero, to 1 <= n / d < 10 and gives the power of ten taken out.
static int normalize(struct w2n_bignum *n, struct w2n_bignum *d) {
  int exponent = 0;
  struct w2n_bignum tenfold = *d;
  w2n_bignum_multiply_add(&tenfold, 10, 0);
  while (w2n_bignum_compare(n, &tenfold) >= 0) {
    *d = tenfold;
    w2n_bignum_multiply_add(&tenfold, 10, 0);
    ++exponent;
  }
  while (w2n_bignum_compare(n, d) < 0) {
    w2n_bignum_multiply_add(n, 10, 0);
    --exponent;
  }
  return exponent;
}

// The first digits of a positive, finite float.
static struct decimal to_decimal(struct w2n_float_format format, uint64_t value) {
  const int bias = (1 << (format.exponent_bits - 1)) - 1;
  const uint64_t fraction = value & (((uint64_t)1 << format.fraction_bits) - 1);
  const int field = (int)(value >> format.fraction_bits);
  const int exponent = (field ? field : 1) - bias - (int)format.fraction_bits;
  struct w2n_bignum n, d;
  w2n_bignum_set(&n, field ? fraction | (uint64_t)1 << format.fraction_bits : fraction);
  w2n_bignum_set(&d, 1);
  w2n_bignum_shift_left(exponent > 0 ? &n : &d, (unsigned)(exponent > 0 ? exponent : -exponent));

  struct decimal result = {.exponent = normalize(&n, &d)};
  for (unsigned i = 0; i <= MOST_DIGITS; ++i) {
    while (w2n_bignum_compare(&n, &d) >= 0) {
      w2n_bignum_subtract(&n, &d);
      ++result.digits[i];
    }
    w2n_bignum_multiply_add(&n, 10, 0);
  }
  return result;
}

static void increment(struct decimal *number, unsigned count) {
  for (unsigned i = count; i-- > 0;) {
    if (number->digits[i] < 9) {
      ++number->digits[i];
      return;
    }
    number->digits[i] = 0;
  }
  number->digits[0] = 1;
  ++number->exponent;
}

static int reads_as(struct w2n_float_format format, const struct decimal *number, unsigned count,
                    uint64_t value) {
  return w2n_decimal_to_float(format, number->digits, count, number->exponent - (int)count + 1) ==
         value;
}

// Cuts or raises a decimal to the fewest digits that read as value, and gives how many.
static unsigned shorten(struct w2n_float_format format, struct decimal *number, uint64_t value) {
  for (unsigned count = 1; count <= MOST_DIGITS; ++count) {
    struct decimal raised = *number;
    increment(&raised, count);
    const int nearer_up = number->digits[count] >= 5;
    const struct decimal *candidates[] = {nearer_up ? &raised : number,
                                          nearer_up ? number : &raised};
    for (unsigned i = 0; i < 2; ++i)
      if (reads_as(format, candidates[i], count, value)) {
        *number = *candidates[i];
        return count;
      }
  }
  __builtin_unreachable(); // 17 digits are always enough.
}

static void print_digits(struct w2n_writer *writer, const struct decimal *number, unsigned count) {
  const int exponent = number->exponent;
  // Plain where that is not much longer.
  if (exponent >= -7 && exponent < 21) {
    for (int place = exponent < 0 ? 0 : exponent; place > exponent - (int)count || place >= 0;
         --place) {
      const int i = exponent - place;
      if (place == -1)
        w2n_write_character(writer, '.');
      w2n_write_character(writer, i >= 0 && i < (int)count ? (char)('0' + number->digits[i]) : '0');
    }
    return;
  }
  w2n_write_character(writer, (char)('0' + number->digits[0]));
  if (count > 1)
    w2n_write_character(writer, '.');
  for (unsigned i = 1; i < count; ++i)
    w2n_write_character(writer, (char)('0' + number->digits[i]));
  w2n_write_string(writer, exponent < 0 ? "e-" : "e+");
  w2n_write_decimal(writer, (uint64_t)(exponent < 0 ? -exponent : exponent));
}

static void print_nan(struct w2n_writer *writer, struct w2n_float_format format, uint64_t payload) {
  w2n_write_string(writer, "nan");
  if (payload == (uint64_t)1 << (format.fraction_bits - 1))
    return;
  w2n_write_string(writer, ":0x");
  w2n_write_hexadecimal(writer, payload);
}

void w2n_print_float(struct w2n_writer *writer, unsigned bits, uint64_t value) {
  const struct w2n_float_format format = w2n_float_format(bits);
  const uint64_t infinity = (((uint64_t)1 << format.exponent_bits) - 1) << format.fraction_bits;
  if (value >> (bits - 1) & 1)
    w2n_write_character(writer, '-');
  value &= ((uint64_t)1 << (bits - 1)) - 1;
  if (value > infinity) {
    print_nan(writer, format, value - infinity);
  } else if (value == infinity) {
    w2n_write_string(writer, "inf");
  } else if (value == 0) {
    w2n_write_character(writer, '0');
  } else {
    struct decimal number = to_decimal(format, value);
    const unsigned count = shorten(format, &number, value);
    print_digits(writer, &number, count);
  }
}
