// How much the columns of a table vary together

#include "kernel.h"

enum { ROWS = SIZE(480, 25), COLUMNS = SIZE(440, 21), PASSES = SIZE(6, 1) };

static void kernel(double data[ROWS][COLUMNS], double result[COLUMNS][COLUMNS],
                   double mean[COLUMNS]) {
  for (int j = 0; j < COLUMNS; ++j) {
    mean[j] = 0;
    for (int i = 0; i < ROWS; ++i)
      mean[j] += data[i][j];
    mean[j] /= ROWS;
  }
  for (int i = 0; i < ROWS; ++i)
    for (int j = 0; j < COLUMNS; ++j)
      data[i][j] -= mean[j];
  for (int i = 0; i < COLUMNS; ++i)
    for (int j = i; j < COLUMNS; ++j) {
      result[i][j] = 0;
      for (int k = 0; k < ROWS; ++k)
        result[i][j] += data[k][i] * data[k][j];
      result[i][j] /= ROWS - 1.0;
      result[j][i] = result[i][j];
    }
}

int main(void) {
  NEW_MATRIX(data, ROWS, COLUMNS);
  NEW_MATRIX(result, COLUMNS, COLUMNS);
  NEW_VECTOR(mean, COLUMNS);
  uint64_t sum = 0;
  for (int pass = 0; pass < PASSES; ++pass) {
    FILL(*data, 1 + (uint32_t)pass);
    kernel(*data, *result, *mean);
    sum = MIX(sum, *result);
  }
  return finish(sum);
}
