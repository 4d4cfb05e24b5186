//===- number.h - Numbers from text and to text ----------------------------===//
//
// Values are the bits of a slot of an array call: an integer or a float in its low bits.
// Types are W2N_VALUE_*.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_CORE_NUMBER_H
#define W2N_CORE_NUMBER_H

#include "core/writer.h"

#include <stdint.h>

// Integers of 32 or 64 bits, signed or unsigned: an optional sign, then decimal digits or
// 0x and hexadecimal ones. Gives 0 where the text is anything else or out of range.
int w2n_parse_integer(const char *text, unsigned bits, uint64_t *value);

// Floats of 32 or 64 bits: decimal or hexadecimal with an optional exponent, inf, nan,
// nan:0x<payload>; rounded to nearest, ties to even. Gives 0 where the text is anything
// else or too large.
int w2n_parse_float(const char *text, unsigned bits, uint64_t *value);

// As a signed number.
void w2n_print_integer(struct w2n_writer *writer, unsigned bits, uint64_t value);

// The fewest digits that give the same number back when they are read.
void w2n_print_float(struct w2n_writer *writer, unsigned bits, uint64_t value);

// The parts that float formats differ in.
struct w2n_float_format {
  // Of the fraction in the encoding, and of the exponent.
  unsigned fraction_bits, exponent_bits;
};
struct w2n_float_format w2n_float_format(unsigned bits);

// A positive number digits * 10^exponent, the digits given as values 0 to 9, correctly
// rounded; infinity where it is too large. count is at most W2N_MAXIMUM_DIGITS.
uint64_t w2n_decimal_to_float(struct w2n_float_format format, const uint8_t *digits, unsigned count,
                              int64_t exponent);

// A positive number mantissa * 2^exponent, where sticky tells of something lost below.
uint64_t w2n_binary_to_float(struct w2n_float_format format, uint64_t mantissa, int64_t exponent,
                             int sticky);

// So many digits that what follows can only matter by not being zero.
enum { W2N_MAXIMUM_DIGITS = 800 };

#endif // W2N_CORE_NUMBER_H
