// Base64 (RFC 4648), there and back: bytes through tables, shifts of three bytes to four.

#include "../workload.h"

enum { BYTES = SIZE(3 << 18, 3001), PASSES = SIZE(300, 2) };

static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
static uint8_t values[256];

static size_t encode(const uint8_t *bytes, size_t count, char *text) {
  char *out = text;
  for (; count >= 3; count -= 3, bytes += 3) {
    const uint32_t word = (uint32_t)bytes[0] << 16 | (uint32_t)bytes[1] << 8 | bytes[2];
    *out++ = digits[word >> 18];
    *out++ = digits[word >> 12 & 63];
    *out++ = digits[word >> 6 & 63];
    *out++ = digits[word & 63];
  }
  if (count > 0) {
    const uint32_t word = (uint32_t)bytes[0] << 16 | (count > 1 ? (uint32_t)bytes[1] << 8 : 0);
    *out++ = digits[word >> 18];
    *out++ = digits[word >> 12 & 63];
    *out++ = count > 1 ? digits[word >> 6 & 63] : '=';
    *out++ = '=';
  }
  return (size_t)(out - text);
}

// How many bytes came out, or 0 for what is not base64.
static size_t decode(const char *text, size_t count, uint8_t *bytes) {
  uint8_t *out = bytes;
  while (count > 0 && text[count - 1] == '=')
    --count;
  uint32_t word = 0;
  for (size_t i = 0; i < count; ++i) {
    const uint8_t value = values[(uint8_t)text[i]];
    if (value == 255)
      return 0;
    word = word << 6 | value;
    if (i % 4 == 3) {
      *out++ = (uint8_t)(word >> 16);
      *out++ = (uint8_t)(word >> 8);
      *out++ = (uint8_t)word;
    }
  }
  if (count % 4 >= 2)
    *out++ = (uint8_t)(word >> (count % 4 == 2 ? 4 : 10));
  if (count % 4 == 3)
    *out++ = (uint8_t)(word >> 2);
  return (size_t)(out - bytes);
}

int main(int argc, char **argv) {
  const size_t count = (size_t)size_from(argc, argv, BYTES);
  memset(values, 255, sizeof values);
  for (uint8_t i = 0; i < 64; ++i)
    values[(uint8_t)digits[i]] = i;
  uint8_t *bytes = malloc(count);
  char *text = malloc(count / 3 * 4 + 4);
  for (size_t i = 0; i < count; ++i)
    bytes[i] = (uint8_t)(i * i >> 5);
  uint64_t sum = 0;
  for (int pass = 0; pass < PASSES; ++pass) {
    const size_t length = encode(bytes, count - (size_t)pass % 3, text);
    text[(size_t)pass * 8 % length / 2] = 'x';
    sum = mix(sum, decode(text, length, bytes));
  }
  return finish(mix_bytes(sum, bytes, count));
}
