// Dynamic programming: how two sequences are best aligned, the longest common part of them, and in
// which order a chain of matrices is best multiplied.

#include "../workload.h"

enum { LENGTH = SIZE(2600, 90), CHAIN = SIZE(420, 20), PASSES = SIZE(10, 1) };

static int largest(int a, int b) { return a > b ? a : b; }
static int least(int a, int b) { return a < b ? a : b; }

// Global alignment with gaps that cost more to open than to extend, by rows.
static int align(const uint8_t *a, const uint8_t *b, int n, int *best, int *gap_of_b) {
  enum { EQUAL = 5, DIFFERENT = -4, OPEN = -10, EXTEND = -1, NEVER = -1000000 };
  for (int j = 0; j <= n; ++j) {
    best[j] = j == 0 ? 0 : OPEN + EXTEND * j;
    gap_of_b[j] = NEVER;
  }
  for (int i = 1; i <= n; ++i) {
    int diagonal = best[0], gap_of_a = NEVER;
    best[0] = OPEN + EXTEND * i;
    for (int j = 1; j <= n; ++j) {
      gap_of_a = largest(gap_of_a, best[j - 1] + OPEN) + EXTEND;
      gap_of_b[j] = largest(gap_of_b[j], best[j] + OPEN) + EXTEND;
      const int same = diagonal + (a[i - 1] == b[j - 1] ? EQUAL : DIFFERENT);
      diagonal = best[j];
      best[j] = largest(same, largest(gap_of_a, gap_of_b[j]));
    }
  }
  return best[n];
}

static int longest_common(const uint8_t *a, const uint8_t *b, int n, uint16_t *table) {
  const int width = n + 1;
  memset(table, 0, (size_t)width * (size_t)width * sizeof *table);
  for (int i = 1; i <= n; ++i)
    for (int j = 1; j <= n; ++j)
      table[i * width + j] = a[i - 1] == b[j - 1] ? (uint16_t)(table[(i - 1) * width + j - 1] + 1)
                                                  : (uint16_t)largest(table[(i - 1) * width + j],
                                                                      table[i * width + j - 1]);
  return table[n * width + n];
}

static uint64_t order_chain(const uint64_t *sizes, int n, uint64_t *cost) {
  for (int i = 0; i < n; ++i)
    cost[i * n + i] = 0;
  for (int length = 1; length < n; ++length)
    for (int i = 0; i + length < n; ++i) {
      const int end = i + length;
      uint64_t cheapest = UINT64_MAX;
      for (int k = i; k < end; ++k) {
        const uint64_t whole =
            cost[i * n + k] + cost[(k + 1) * n + end] + sizes[i] * sizes[k + 1] * sizes[end + 1];
        cheapest = whole < cheapest ? whole : cheapest;
      }
      cost[i * n + end] = cheapest;
    }
  return cost[n - 1];
}

int main(int argc, char **argv) {
  const int n = size_from(argc, argv, LENGTH), chain = least(n, CHAIN);
  uint8_t *a = malloc((size_t)n), *b = malloc((size_t)n);
  int *best = malloc(((size_t)n + 1) * sizeof *best),
      *gaps = malloc(((size_t)n + 1) * sizeof *gaps);
  uint16_t *table = malloc(((size_t)n + 1) * ((size_t)n + 1) * sizeof *table);
  uint64_t *sizes = malloc(((size_t)chain + 1) * sizeof *sizes);
  uint64_t *cost = malloc((size_t)chain * (size_t)chain * sizeof *cost);
  uint32_t seed = 2;
  for (int i = 0; i < n; ++i) {
    a[i] = (uint8_t)(next_random(&seed) % 4);
    b[i] = next_random(&seed) % 5 == 0 ? (uint8_t)(next_random(&seed) % 4) : a[i];
  }
  for (int i = 0; i <= chain; ++i)
    sizes[i] = next_random(&seed) % 90 + 10;
  uint64_t sum = 0;
  for (int pass = 0; pass < PASSES; ++pass) {
    sum = mix(sum, (uint64_t)align(a, b, n, best, gaps));
    sum = mix(sum, (uint64_t)longest_common(a, b, n, table));
    sum = mix(sum, order_chain(sizes, chain, cost));
    b[pass] ^= 1;
    ++sizes[pass];
  }
  return finish(sum);
}
