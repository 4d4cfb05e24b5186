// Checksums of a text: CRC-32 by a table of one and of eight bytes, and Adler-32.

#include "../workload.h"

enum { BYTES = SIZE(1 << 20, 3001), PASSES = SIZE(90, 2) };

static uint32_t table[8][256];

static void fill_table(void) {
  for (uint32_t i = 0; i < 256; ++i) {
    uint32_t value = i;
    for (int bit = 0; bit < 8; ++bit)
      value = value >> 1 ^ (value & 1) * 0xedb88320;
    table[0][i] = value;
  }
  for (int k = 1; k < 8; ++k)
    for (uint32_t i = 0; i < 256; ++i)
      table[k][i] = table[k - 1][i] >> 8 ^ table[0][table[k - 1][i] & 255];
}

static uint32_t crc_of_bytes(uint32_t crc, const uint8_t *bytes, size_t count) {
  for (size_t i = 0; i < count; ++i)
    crc = crc >> 8 ^ table[0][(crc ^ bytes[i]) & 255];
  return crc;
}

static uint32_t crc_of_words(uint32_t crc, const uint8_t *bytes, size_t count) {
  size_t at = 0;
  for (; at + 8 <= count; at += 8) {
    uint32_t low, high;
    memcpy(&low, bytes + at, 4);
    memcpy(&high, bytes + at + 4, 4);
    low ^= crc;
    crc = table[7][low & 255] ^ table[6][low >> 8 & 255] ^ table[5][low >> 16 & 255] ^
          table[4][low >> 24] ^ table[3][high & 255] ^ table[2][high >> 8 & 255] ^
          table[1][high >> 16 & 255] ^ table[0][high >> 24];
  }
  return crc_of_bytes(crc, bytes + at, count - at);
}

static uint32_t adler(const uint8_t *bytes, size_t count) {
  uint32_t low = 1, high = 0;
  while (count > 0) {
    // So many bytes can be added before a sum may overflow.
    const size_t part = count < 5552 ? count : 5552;
    for (size_t i = 0; i < part; ++i) {
      low += bytes[i];
      high += low;
    }
    low %= 65521;
    high %= 65521;
    bytes += part;
    count -= part;
  }
  return high << 16 | low;
}

int main(int argc, char **argv) {
  const size_t count = (size_t)size_from(argc, argv, BYTES);
  uint8_t *bytes = malloc(count);
  uint32_t seed = 3;
  for (size_t i = 0; i < count; ++i)
    bytes[i] = (uint8_t)next_random(&seed);
  fill_table();
  uint64_t sum = 0;
  for (int pass = 0; pass < PASSES; ++pass) {
    bytes[pass] ^= 1;
    sum = mix(sum, crc_of_bytes(~0u, bytes, count));
    sum = mix(sum, crc_of_words(~0u, bytes, count));
    sum = mix(sum, adler(bytes, count));
  }
  return finish(sum);
}
