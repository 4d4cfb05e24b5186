// The product of dense matrices three ways: by rows, which a vectoriser finds; by dot products of
// columns; and by blocks of single precision.

#include "../workload.h"

enum { MOST = 320, ORDER = SIZE(MOST, 29), PASSES = SIZE(8, 1), BLOCK = 32 };

static double left[MOST][MOST], right[MOST][MOST], product[MOST][MOST];
static float left_single[MOST][MOST], right_single[MOST][MOST], product_single[MOST][MOST];

static void fill(int n) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j) {
      left_single[i][j] = (float)(left[i][j] = (i * 3 + j) % 17);
      right_single[i][j] = (float)(right[i][j] = (i + j * 5) % 13);
    }
}

static void multiply_by_rows(int n) {
  for (int i = 0; i < n; ++i)
    for (int k = 0; k < n; ++k)
      for (int j = 0; j < n; ++j)
        product[i][j] += left[i][k] * right[k][j];
}

static void multiply_by_columns(int n) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j) {
      double sum = 0;
      for (int k = 0; k < n; ++k)
        sum += left[i][k] * right[k][j];
      product[i][j] -= sum / 2;
    }
}

static int least(int a, int b) { return a < b ? a : b; }

static void multiply_by_blocks(int n) {
  for (int i0 = 0; i0 < n; i0 += BLOCK)
    for (int k0 = 0; k0 < n; k0 += BLOCK)
      for (int i = i0; i < least(i0 + BLOCK, n); ++i)
        for (int k = k0; k < least(k0 + BLOCK, n); ++k)
          for (int j = 0; j < n; ++j)
            product_single[i][j] += left_single[i][k] * right_single[k][j];
}

int main(int argc, char **argv) {
  const int n = least(size_from(argc, argv, ORDER), MOST);
  fill(n);
  for (int pass = 0; pass < PASSES; ++pass) {
    multiply_by_rows(n);
    multiply_by_columns(n);
    multiply_by_blocks(n);
  }
  uint64_t sum = 0;
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      sum = mix_double(mix_double(sum, product[i][j]), (double)product_single[i][j]);
  return finish(sum);
}
