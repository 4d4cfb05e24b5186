// Loops over rows of doubles, which a vectoriser finds.

#include <stdio.h>

enum { SIZE = 320, PASSES = 8 };

static double left[SIZE][SIZE], right[SIZE][SIZE], product[SIZE][SIZE];

static void multiply(void) {
  for (int i = 0; i < SIZE; ++i)
    for (int k = 0; k < SIZE; ++k)
      for (int j = 0; j < SIZE; ++j)
        product[i][j] += left[i][k] * right[k][j];
}

int main(void) {
  for (int i = 0; i < SIZE; ++i)
    for (int j = 0; j < SIZE; ++j) {
      left[i][j] = (i * 3 + j) % 17;
      right[i][j] = (i + j * 5) % 13;
    }
  for (int pass = 0; pass < PASSES; ++pass)
    multiply();
  double sum = 0;
  for (int i = 0; i < SIZE; ++i)
    for (int j = 0; j < SIZE; ++j)
      sum += product[i][j];
  printf("%.17g\n", sum);
  return 0;
}
