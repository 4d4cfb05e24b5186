// A C program of arithmetic, formatting, sorting and allocation prints what it prints in
// node, at each level and in both bounds modes.
// REQUIRES: node, wasi-sdk
// RUN: %wasi-cc %s -lm -o %t.wasm
// RUN: node --no-warnings %S/Inputs/run-wasi.mjs %t.wasm > %t.expected
// RUN: FileCheck %s < %t.expected
// RUN: wasm2native %t.wasm -O0 -o %t && %run %t > %t.0 && cmp %t.expected %t.0
// RUN: wasm2native %t.wasm -O2 -o %t && %run %t > %t.2 && cmp %t.expected %t.2
// RUN: wasm2native %t.wasm -O3 --bounds=explicit --cpu=native -o %t && %run %t > %t.3
// RUN: cmp %t.expected %t.3
// CHECK: done after 1000 rounds
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t state = 88172645463325252u;

static uint64_t next(void) {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return state;
}

static int compare(const void *a, const void *b) {
  const double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static void integers(void) {
  const uint64_t a = next(), b = next() | 1;
  printf("%" PRIu64 " %" PRIu64 " %" PRId64 " %" PRId64 "\n", a / b, a % b, (int64_t)a / (int64_t)b,
         (int64_t)a % (int64_t)b);
  printf("%x %d %d %d\n", (uint32_t)a * (uint32_t)b, __builtin_popcountll(a), __builtin_clzll(b),
         __builtin_ctzll(b << (a & 31)));
}

static void floats(void) {
  const double a = (double)(int64_t)next() / 1e15, b = (double)next() / 1e3;
  printf("%.17g %.17g %a %g\n", a * b, a / b, sqrt(fabs(a)), sin(a) * cos(b) + exp(a / 1e6));
  printf("%d %ld %g %g %g\n", (int)a, lrint(b / 1e6), floor(a), nearbyint(a), (double)(float)b);
}

static void sorting(void) {
  const size_t count = next() % 100 + 1;
  double *values = malloc(count * sizeof *values);
  for (size_t i = 0; i < count; ++i)
    values[i] = (double)(int64_t)next();
  qsort(values, count, sizeof *values, compare);
  double *copy = calloc(count, sizeof *copy);
  memcpy(copy, values, count * sizeof *copy);
  memmove(copy + 1, copy, (count - 1) * sizeof *copy);
  printf("%g %g %g\n", values[0], values[count - 1], copy[count / 2]);
  free(values);
  free(copy);
}

static void strings(void) {
  char text[64];
  snprintf(text, sizeof text, "%" PRIx64 "-%" PRIo64, next(), next());
  char *dash = strchr(text, '-');
  printf("%s %zu %td %lu\n", text, strlen(text), dash - text, strtoul(dash - 4, NULL, 16));
}

int main(void) {
  int rounds = 0;
  for (; rounds < 1000; ++rounds) {
    integers();
    floats();
    sorting();
    strings();
  }
  printf("done after %d rounds\n", rounds);
  return 0;
}
