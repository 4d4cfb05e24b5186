//===- number_parse.c - Numbers from text ----------------------------------===//

#include "core/number.h"

static int digit_value(char c) {
  if (c >= '0' && c <= '9')
    return c - '0';
  if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')
    return (c | 0x20) - 'a' + 10;
  return 99;
}

static int skip_sign(const char **text) {
  const int negative = **text == '-';
  *text += negative || **text == '+';
  return negative;
}

static int skip_hexadecimal_prefix(const char **text) {
  if ((*text)[0] != '0' || ((*text)[1] | 0x20) != 'x')
    return 0;
  *text += 2;
  return 1;
}

// Digits up to the end of the text.
static int parse_magnitude(const char *text, unsigned base, uint64_t *value) {
  *value = 0;
  if (!*text)
    return 0;
  for (; *text; ++text) {
    const unsigned digit = (unsigned)digit_value(*text);
    if (digit >= base || __builtin_mul_overflow(*value, base, value) ||
        __builtin_add_overflow(*value, digit, value))
      return 0;
  }
  return 1;
}

int w2n_parse_integer(const char *text, unsigned bits, uint64_t *value) {
  const int negative = skip_sign(&text);
  const unsigned base = skip_hexadecimal_prefix(&text) ? 16 : 10;
  uint64_t magnitude;
  if (!parse_magnitude(text, base, &magnitude))
    return 0;
  const uint64_t all = bits == 32 ? UINT32_MAX : UINT64_MAX;
  if (magnitude > (negative ? all / 2 + 1 : all))
    return 0;
  *value = (negative ? -magnitude : magnitude) & all;
  return 1;
}

// "e" and a number up to the end of the text, or nothing. Exponents beyond any format are
// cut to one that is beyond too.
static int parse_exponent(const char *text, char letter, int64_t *exponent) {
  enum { BEYOND = 1000000 };
  *exponent = 0;
  if (!*text)
    return 1;
  if ((*text++ | 0x20) != letter)
    return 0;
  const int negative = skip_sign(&text);
  if (!*text)
    return 0;
  for (; *text; ++text) {
    if (digit_value(*text) > 9)
      return 0;
    if (*exponent < BEYOND)
      *exponent = *exponent * 10 + digit_value(*text);
  }
  if (negative)
    *exponent = -*exponent;
  return 1;
}

static int parse_decimal(const char *text, struct w2n_float_format format, uint64_t *value) {
  uint8_t digits[W2N_MAXIMUM_DIGITS];
  unsigned count = 0;
  int64_t exponent = 0, written_exponent;
  int any = 0, behind_point = 0;
  for (;; ++text) {
    if (*text == '.' && !behind_point) {
      behind_point = 1;
      continue;
    }
    const int digit = digit_value(*text);
    if (digit > 9)
      break;
    any = 1;
    exponent -= behind_point;
    if (count == 0 && digit == 0)
      continue;
    if (count < W2N_MAXIMUM_DIGITS) {
      digits[count++] = (uint8_t)digit;
      continue;
    }
    ++exponent;
    digits[count - 1] |= digit != 0;
  }
  if (!any || !parse_exponent(text, 'e', &written_exponent))
    return 0;
  *value = count ? w2n_decimal_to_float(format, digits, count, exponent + written_exponent) : 0;
  return 1;
}

static int parse_hexadecimal(const char *text, struct w2n_float_format format, uint64_t *value) {
  uint64_t mantissa = 0;
  int64_t exponent = 0, written_exponent;
  int any = 0, behind_point = 0, sticky = 0;
  for (;; ++text) {
    if (*text == '.' && !behind_point) {
      behind_point = 1;
      continue;
    }
    const int digit = digit_value(*text);
    if (digit > 15)
      break;
    any = 1;
    if (mantissa >> 60) {
      sticky |= digit != 0;
      exponent += behind_point ? 0 : 4;
    } else {
      mantissa = mantissa << 4 | (uint64_t)digit;
      exponent -= behind_point ? 4 : 0;
    }
  }
  if (!any || !parse_exponent(text, 'p', &written_exponent))
    return 0;
  *value = w2n_binary_to_float(format, mantissa, exponent + written_exponent, sticky);
  return 1;
}

// Whether text begins with a word; goes behind it then.
static int skip_word(const char **text, const char *word) {
  const char *at = *text;
  while (*word)
    if (*at++ != *word++)
      return 0;
  *text = at;
  return 1;
}

static int parse_magnitude_of_float(const char *text, struct w2n_float_format format,
                                    uint64_t *value) {
  const uint64_t infinity = (((uint64_t)1 << format.exponent_bits) - 1) << format.fraction_bits;
  if (skip_word(&text, "inf")) {
    *value = infinity;
    return *text == 0;
  }
  if (skip_word(&text, "nan")) {
    uint64_t payload = (uint64_t)1 << (format.fraction_bits - 1);
    if (*text && (!skip_word(&text, ":0x") || !parse_magnitude(text, 16, &payload) ||
                  payload == 0 || payload >> format.fraction_bits))
      return 0;
    *value = infinity | payload;
    return 1;
  }
  const int parsed = skip_hexadecimal_prefix(&text) ? parse_hexadecimal(text, format, value)
                                                    : parse_decimal(text, format, value);
  return parsed && *value != infinity;
}

int w2n_parse_float(const char *text, unsigned bits, uint64_t *value) {
  const struct w2n_float_format format = w2n_float_format(bits);
  const int negative = skip_sign(&text);
  if (!parse_magnitude_of_float(text, format, value))
    return 0;
  *value |= (uint64_t)negative << (bits - 1);
  return 1;
}
