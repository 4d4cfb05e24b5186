// A compressor of the Lempel-Ziv kind, and back: hashes of four bytes, chains of places where they
// occurred, overlapping copies.

#include "../workload.h"

enum {
  BYTES = SIZE(3 << 18, 6000),
  PASSES = SIZE(24, 1),
  HASH_BITS = 15,
  WINDOW = 1 << 16,
  SHORTEST = 4,
  LONGEST = 255 + SHORTEST,
  TRIES = 24
};

static int32_t heads[1 << HASH_BITS], previous[WINDOW];

static uint32_t hash_at(const uint8_t *bytes) {
  uint32_t word;
  memcpy(&word, bytes, sizeof word);
  return word * 2654435761u >> (32 - HASH_BITS);
}

static int common_length(const uint8_t *a, const uint8_t *b, int most) {
  int length = 0;
  while (length < most && a[length] == b[length])
    ++length;
  return length;
}

struct match {
  int length, distance;
};

static struct match find_match(const uint8_t *bytes, int at, int count) {
  struct match best = {0, 0};
  const int most = count - at < LONGEST ? count - at : LONGEST;
  int place = heads[hash_at(bytes + at)];
  for (int tried = 0; tried < TRIES && place >= 0 && at - place < WINDOW; ++tried) {
    if (bytes[place + best.length] == bytes[at + best.length]) {
      const int length = common_length(bytes + place, bytes + at, most);
      if (length > best.length) {
        best = (struct match){length, at - place};
        if (length == most)
          break;
      }
    }
    place = previous[place % WINDOW];
  }
  return best;
}

static void remember(const uint8_t *bytes, int at) {
  int32_t *const head = &heads[hash_at(bytes + at)];
  previous[at % WINDOW] = *head;
  *head = at;
}

// Writes runs of literals (their number, then they) and matches (0, length, distance) by turns.
static size_t compress(const uint8_t *bytes, int count, uint8_t *out) {
  uint8_t *const begin = out;
  uint8_t *literals = NULL;
  memset(heads, 255, sizeof heads);
  for (int at = 0; at < count;) {
    struct match match = {0, 0};
    if (at + SHORTEST <= count) {
      match = find_match(bytes, at, count);
      remember(bytes, at);
    }
    if (match.length < SHORTEST) {
      if (!literals || *literals == 255) {
        literals = out++;
        *literals = 0;
      }
      ++*literals;
      *out++ = bytes[at++];
      continue;
    }
    literals = NULL;
    *out++ = 0;
    *out++ = (uint8_t)(match.length - SHORTEST);
    *out++ = (uint8_t)match.distance;
    *out++ = (uint8_t)(match.distance >> 8);
    for (const int end = at + match.length; ++at < end;)
      if (at + SHORTEST <= count)
        remember(bytes, at);
  }
  return (size_t)(out - begin);
}

static size_t decompress(const uint8_t *bytes, size_t count, uint8_t *out) {
  uint8_t *const begin = out;
  for (const uint8_t *const end = bytes + count; bytes < end;) {
    const int literals = *bytes++;
    if (literals > 0) {
      memcpy(out, bytes, (size_t)literals);
      out += literals;
      bytes += literals;
      continue;
    }
    const int length = bytes[0] + SHORTEST, distance = bytes[1] | bytes[2] << 8;
    bytes += 3;
    for (int i = 0; i < length; ++i, ++out)
      *out = out[-distance];
  }
  return (size_t)(out - begin);
}

// Sentences of made-up words, some of them much more usual than others.
static void write_text(uint8_t *text, int count, uint32_t seed) {
  static const char syllables[] = "tarenolisumevadukipo";
  for (int at = 0; at < count; ++at) {
    uint32_t word = next_random(&seed) % (next_random(&seed) % 900 + 1);
    for (int i = 0; i < 3 && at + 1 < count; ++i, word /= 10) {
      text[at++] = (uint8_t)syllables[word % 10 * 2];
      if (at < count)
        text[at++] = (uint8_t)syllables[word % 10 * 2 + 1];
    }
    if (at < count)
      text[at] = word % 7 == 6 ? '\n' : ' ';
  }
}

int main(int argc, char **argv) {
  const int count = size_from(argc, argv, BYTES);
  uint8_t *text = malloc((size_t)count), *back = malloc((size_t)count);
  uint8_t *packed = malloc((size_t)count * 2);
  uint64_t sum = 0;
  for (uint32_t pass = 0; pass < PASSES; ++pass) {
    write_text(text, count, pass);
    const size_t size = compress(text, count, packed);
    if (decompress(packed, size, back) != (size_t)count || memcmp(text, back, (size_t)count) != 0)
      return 1;
    sum = mix(sum, size);
  }
  return finish(mix_bytes(sum, packed, 1000));
}
