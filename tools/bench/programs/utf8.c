// Text in UTF-8: validated, counted, decoded to code points and encoded again.

#include "../workload.h"

enum { POINTS = SIZE(400000, 900), PASSES = SIZE(110, 2) };

static uint8_t *encode(uint8_t *out, uint32_t point) {
  if (point < 0x80) {
    *out++ = (uint8_t)point;
  } else if (point < 0x800) {
    *out++ = (uint8_t)(0xc0 | point >> 6);
    *out++ = (uint8_t)(0x80 | (point & 63));
  } else if (point < 0x10000) {
    *out++ = (uint8_t)(0xe0 | point >> 12);
    *out++ = (uint8_t)(0x80 | (point >> 6 & 63));
    *out++ = (uint8_t)(0x80 | (point & 63));
  } else {
    *out++ = (uint8_t)(0xf0 | point >> 18);
    *out++ = (uint8_t)(0x80 | (point >> 12 & 63));
    *out++ = (uint8_t)(0x80 | (point >> 6 & 63));
    *out++ = (uint8_t)(0x80 | (point & 63));
  }
  return out;
}

static int is_continuation(uint8_t byte) { return (byte & 0xc0) == 0x80; }

// The length of the valid sequence at a place, or 0.
static size_t sequence_at(const uint8_t *text, size_t left) {
  const uint8_t first = text[0];
  if (first < 0x80)
    return 1;
  if (first < 0xc2 || first > 0xf4)
    return 0;
  const size_t length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  if (left < length || !is_continuation(text[1]))
    return 0;
  if ((first == 0xe0 && text[1] < 0xa0) || (first == 0xed && text[1] > 0x9f) ||
      (first == 0xf0 && text[1] < 0x90) || (first == 0xf4 && text[1] > 0x8f))
    return 0;
  for (size_t i = 2; i < length; ++i)
    if (!is_continuation(text[i]))
      return 0;
  return length;
}

// How many bytes from the start are valid.
static size_t validate(const uint8_t *text, size_t count) {
  size_t at = 0;
  while (at < count) {
    uint64_t word;
    if (count - at >= 8) {
      memcpy(&word, text + at, 8);
      if ((word & 0x8080808080808080) == 0) {
        at += 8;
        continue;
      }
    }
    const size_t length = sequence_at(text + at, count - at);
    if (length == 0)
      return at;
    at += length;
  }
  return at;
}

static size_t count_points(const uint8_t *text, size_t count) {
  size_t points = 0;
  for (size_t i = 0; i < count; ++i)
    points += !is_continuation(text[i]);
  return points;
}

static size_t decode(const uint8_t *text, size_t count, uint32_t *points) {
  size_t found = 0;
  for (size_t at = 0; at < count;) {
    const size_t length = sequence_at(text + at, count - at);
    uint32_t point = length == 1 ? text[at] : text[at] & (0x7fu >> length);
    for (size_t i = 1; i < length; ++i)
      point = point << 6 | (text[at + i] & 63);
    points[found++] = point;
    at += length;
  }
  return found;
}

int main(int argc, char **argv) {
  const size_t count = (size_t)size_from(argc, argv, POINTS);
  uint32_t *points = malloc(count * sizeof *points), seed = 11;
  uint8_t *text = malloc(count * 4);
  static const uint32_t limits[] = {0x80, 0x80, 0x80, 0x80, 0x80, 0x800, 0xd800, 0x110000};
  for (size_t i = 0; i < count; ++i) {
    // Runs of one script, as texts have them.
    const uint32_t point = next_random(&seed) % limits[i / 64 % 8];
    points[i] = point - 0xd800 < 0x800 ? point - 0x800 : point;
  }
  points[count - 1] = 'a';
  uint64_t sum = 0;
  for (int pass = 0; pass < PASSES; ++pass) {
    uint8_t *end = text;
    for (size_t i = 0; i < count; ++i)
      end = encode(end, points[i]);
    const size_t length = (size_t)(end - text);
    sum = mix(sum, validate(text, length) + count_points(text, length));
    text[length - 1] |= 0x80;
    sum = mix(sum, validate(text, length));
    text[length - 1] &= 0x7f;
    sum = mix(sum, decode(text, length - 1, points));
  }
  return finish(sum);
}
