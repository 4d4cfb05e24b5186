// Quicksort through a pointer to a comparison: indirect calls, recursion, branches.

#include "../workload.h"

enum { COUNT = SIZE(500000, 700), PASSES = SIZE(6, 2) };

typedef int comparison(uint32_t, uint32_t);

static int ascending(uint32_t a, uint32_t b) { return a < b; }
static int by_low_digits(uint32_t a, uint32_t b) { return a % 1000 < b % 1000; }

static comparison *const comparisons[] = {ascending, by_low_digits};

static void swap(uint32_t *a, uint32_t *b) {
  const uint32_t kept = *a;
  *a = *b;
  *b = kept;
}

static void sort(uint32_t *first, uint32_t *last, comparison *before) {
  while (last - first > 1) {
    const uint32_t pivot = first[(last - first) / 2];
    uint32_t *low = first, *high = last - 1;
    while (low <= high) {
      while (before(*low, pivot))
        ++low;
      while (before(pivot, *high))
        --high;
      if (low <= high)
        swap(low++, high--);
    }
    sort(first, high + 1, before);
    first = low;
  }
}

int main(int argc, char **argv) {
  const int count = size_from(argc, argv, COUNT);
  uint32_t *values = malloc((size_t)count * sizeof *values), seed = 12345;
  uint64_t sum = 0;
  for (int pass = 0; pass < PASSES; ++pass) {
    for (int i = 0; i < count; ++i)
      values[i] = next_random(&seed);
    sort(values, values + count, comparisons[pass % 2]);
    for (int i = 0; i < count; i += 100)
      sum = mix(sum, values[i] % 1000);
  }
  return finish(sum);
}
