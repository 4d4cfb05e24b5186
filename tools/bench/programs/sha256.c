// The hash function SHA-256 (FIPS 180-4): rotations, additions, a loop that is worth unrolling.

#include "../workload.h"

enum { BYTES = SIZE(1 << 20, 1 << 12), PASSES = SIZE(90, 2), ROUNDS = 64, BLOCK = 64 };

static uint32_t constants[ROUNDS], state[8];

// The first 32 bits of the fraction of a root, found bit by bit, since the root of an integer in
// floating point may be one off.
static uint32_t fraction_of_root(uint32_t number, int cubic) {
  uint64_t root = 0;
  for (int bit = 35; bit >= 0; --bit) {
    const uint64_t tried = root | (uint64_t)1 << bit;
    const unsigned __int128 square = (unsigned __int128)tried * tried;
    if (cubic ? square * tried <= (unsigned __int128)number << 96
              : square <= (unsigned __int128)number << 64)
      root = tried;
  }
  return (uint32_t)root;
}

static int is_prime(uint32_t number) {
  for (uint32_t divisor = 2; divisor * divisor <= number; ++divisor)
    if (number % divisor == 0)
      return 0;
  return 1;
}

static void prepare(void) {
  uint32_t prime = 2;
  for (int i = 0; i < ROUNDS; ++prime)
    if (is_prime(prime)) {
      if (i < 8)
        state[i] = fraction_of_root(prime, 0);
      constants[i++] = fraction_of_root(prime, 1);
    }
}

static uint32_t rotate(uint32_t value, int by) { return value >> by | value << (32 - by); }

static uint32_t load_big_endian(const uint8_t *bytes) {
  return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static void extend(uint32_t *words, const uint8_t *block) {
  for (int i = 0; i < 16; ++i)
    words[i] = load_big_endian(block + 4 * i);
  for (int i = 16; i < ROUNDS; ++i) {
    const uint32_t a = words[i - 15], b = words[i - 2];
    words[i] = words[i - 16] + (rotate(a, 7) ^ rotate(a, 18) ^ a >> 3) + words[i - 7] +
               (rotate(b, 17) ^ rotate(b, 19) ^ b >> 10);
  }
}

static void compress(const uint8_t *block) {
  uint32_t words[ROUNDS];
  extend(words, block);
  uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
  uint32_t e = state[4], f = state[5], g = state[6], h = state[7];
  for (int i = 0; i < ROUNDS; ++i) {
    const uint32_t choice = (e & f) ^ (~e & g), majority = (a & b) ^ (a & c) ^ (b & c);
    const uint32_t first =
        h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + choice + constants[i] + words[i];
    const uint32_t second = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority;
    h = g, g = f, f = e, e = d + first;
    d = c, c = b, b = a, a = first + second;
  }
  state[0] += a, state[1] += b, state[2] += c, state[3] += d;
  state[4] += e, state[5] += f, state[6] += g, state[7] += h;
}

int main(int argc, char **argv) {
  const int bytes = size_from(argc, argv, BYTES);
  uint8_t *text = malloc((size_t)bytes);
  for (int i = 0; i < bytes; ++i)
    text[i] = (uint8_t)(i * 7 + (i >> 9));
  prepare();
  for (int pass = 0; pass < PASSES; ++pass)
    for (int at = 0; at + BLOCK <= bytes; at += BLOCK)
      compress(text + at);
  uint64_t sum = 0;
  for (int i = 0; i < 8; ++i)
    sum = mix(sum, state[i]);
  return finish(sum);
}
