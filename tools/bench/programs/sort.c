// Quicksort through a pointer to a comparison: indirect calls, recursion, branches.

#include <stdint.h>
#include <stdio.h>

enum { COUNT = 400000, PASSES = 4 };

typedef int comparison(uint32_t, uint32_t);

static uint32_t values[COUNT];

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

int main(void) {
  uint32_t state = 12345, sum = 0;
  for (int pass = 0; pass < PASSES; ++pass) {
    for (int i = 0; i < COUNT; ++i)
      values[i] = state = state * 1664525 + 1013904223;
    sort(values, values + COUNT, comparisons[pass % 2]);
    for (int i = 0; i < COUNT; i += 1000)
      sum = sum * 31 + values[i] % 1000;
  }
  printf("%u\n", sum);
  return 0;
}
