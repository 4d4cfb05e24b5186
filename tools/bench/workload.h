/* What all programs and kernels of the benchmarks share. Each prints one checksum, which does not
   depend on the machine or the compiler: floating point is added up in a fixed order, and of the
   mathematical functions only those are used that IEEE 754 says to the last bit. */
#ifndef W2N_BENCH_WORKLOAD_H
#define W2N_BENCH_WORKLOAD_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The usual size of a problem takes some tenths of a second natively; -DSMALL is for tests. */
#ifdef SMALL
#define SIZE(USUAL, FOR_TESTS) (FOR_TESTS)
#else
#define SIZE(USUAL, FOR_TESTS) (USUAL)
#endif

/* The size that the first argument gives, or else the usual one: no compiler knows it. */
static inline int size_from(int argc, char **argv, int usual) {
  return argc > 1 ? atoi(argv[1]) : usual;
}

static inline uint32_t next_random(uint32_t *state) {
  *state = *state * 1664525 + 1013904223;
  return *state >> 8;
}

static inline uint64_t mix(uint64_t sum, uint64_t value) {
  sum = (sum ^ value) * 0x9e3779b97f4a7c15;
  return sum ^ sum >> 29;
}

static inline uint64_t mix_double(uint64_t sum, double value) {
  uint64_t bits;
  memcpy(&bits, &value, sizeof bits);
  return mix(sum, bits);
}

static inline uint64_t mix_doubles(uint64_t sum, const double *values, size_t count) {
  for (size_t i = 0; i < count; ++i)
    sum = mix_double(sum, values[i]);
  return sum;
}

static inline uint64_t mix_bytes(uint64_t sum, const uint8_t *bytes, size_t count) {
  for (size_t i = 0; i < count; ++i)
    sum = mix(sum, bytes[i]);
  return sum;
}

/* Prints the checksum, without what makes printf large; the result is that of main. */
static inline int finish(uint64_t sum) {
  char text[17] = "";
  for (int digit = 0; digit < 16; ++digit)
    text[digit] = "0123456789abcdef"[sum >> (60 - 4 * digit) & 15];
  return puts(text) == EOF;
}

#endif
