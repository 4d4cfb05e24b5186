// AES-128 in counter mode (FIPS 197) by tables of words: loads at computed indices, one after the
// other.

#include "../workload.h"

enum { BLOCKS = SIZE(6000000, 300), ROUNDS = 10, WORDS = 4 * (ROUNDS + 1) };

static uint8_t substitution[256];
static uint32_t columns[4][256], round_keys[WORDS];

static uint8_t twice(uint8_t value) { return (uint8_t)(value << 1 ^ (value >> 7) * 0x1b); }
static uint8_t rotate8(uint8_t value, int by) { return (uint8_t)(value << by | value >> (8 - by)); }
static uint32_t rotate32(uint32_t value, int by) { return value << by | value >> (32 - by); }

// Goes through the field by its generator 3, and through the inverses by 3's inverse.
static void fill_tables(void) {
  uint8_t value = 1, inverse = 1;
  do {
    value ^= twice(value);
    inverse ^= (uint8_t)(inverse << 1);
    inverse ^= (uint8_t)(inverse << 2);
    inverse ^= (uint8_t)(inverse << 4);
    inverse ^= inverse & 0x80 ? 0x09 : 0;
    substitution[value] = inverse ^ rotate8(inverse, 1) ^ rotate8(inverse, 2) ^
                          rotate8(inverse, 3) ^ rotate8(inverse, 4) ^ 0x63;
  } while (value != 1);
  substitution[0] = 0x63;
  for (int i = 0; i < 256; ++i) {
    const uint8_t s = substitution[i], doubled = twice(s);
    columns[0][i] = (uint32_t)doubled << 24 | (uint32_t)s << 16 | (uint32_t)s << 8 | (doubled ^ s);
    for (int k = 1; k < 4; ++k)
      columns[k][i] = rotate32(columns[0][i], 32 - 8 * k);
  }
}

static uint32_t substitute(uint32_t word) {
  return (uint32_t)substitution[word >> 24] << 24 | (uint32_t)substitution[word >> 16 & 255] << 16 |
         (uint32_t)substitution[word >> 8 & 255] << 8 | substitution[word & 255];
}

static void expand_key(const uint32_t key[4]) {
  memcpy(round_keys, key, 16);
  uint8_t constant = 1;
  for (int i = 4; i < WORDS; ++i) {
    uint32_t word = round_keys[i - 1];
    if (i % 4 == 0) {
      word = substitute(rotate32(word, 8)) ^ (uint32_t)constant << 24;
      constant = twice(constant);
    }
    round_keys[i] = round_keys[i - 4] ^ word;
  }
}

static void encrypt(const uint32_t in[4], uint32_t out[4]) {
  uint32_t state[4], next[4];
  for (int i = 0; i < 4; ++i)
    state[i] = in[i] ^ round_keys[i];
  for (int round = 1; round < ROUNDS; ++round) {
    for (int i = 0; i < 4; ++i)
      next[i] = columns[0][state[i] >> 24] ^ columns[1][state[(i + 1) % 4] >> 16 & 255] ^
                columns[2][state[(i + 2) % 4] >> 8 & 255] ^ columns[3][state[(i + 3) % 4] & 255] ^
                round_keys[4 * round + i];
    memcpy(state, next, sizeof state);
  }
  for (int i = 0; i < 4; ++i)
    out[i] = substitute((state[i] & 0xff000000) | (state[(i + 1) % 4] & 0xff0000) |
                        (state[(i + 2) % 4] & 0xff00) | (state[(i + 3) % 4] & 0xff)) ^
             round_keys[4 * ROUNDS + i];
}

int main(int argc, char **argv) {
  const uint32_t blocks = (uint32_t)size_from(argc, argv, BLOCKS);
  static const uint32_t key[4] = {0x2b7e1516, 0x28aed2a6, 0xabf71588, 0x09cf4f3c};
  fill_tables();
  expand_key(key);
  uint64_t sum = 0;
  for (uint32_t block = 0; block < blocks; ++block) {
    const uint32_t counter[4] = {0xf0f1f2f3, 0xf4f5f6f7, 0xf8f9fafb, block};
    uint32_t out[4];
    encrypt(counter, out);
    sum = mix(sum, out[0] ^ (uint64_t)out[1] << 32 ^ (uint64_t)out[2] << 16 ^ out[3]);
  }
  return finish(sum);
}
