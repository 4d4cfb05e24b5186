// How much the columns of a table go together, between -1 and 1

#include "kernel.h"

#include <math.h>

enum { ROWS = SIZE(480, 25), COLUMNS = SIZE(440, 21), PASSES = SIZE(6, 1) };

static void kernel(double data[ROWS][COLUMNS], double result[COLUMNS][COLUMNS],
                   double mean[COLUMNS], double deviation[COLUMNS]) {
  for (int j = 0; j < COLUMNS; ++j) {
    mean[j] = 0;
    for (int i = 0; i < ROWS; ++i)
      mean[j] += data[i][j];
    mean[j] /= ROWS;
  }
  for (int j = 0; j < COLUMNS; ++j) {
    deviation[j] = 0;
    for (int i = 0; i < ROWS; ++i)
      deviation[j] += (data[i][j] - mean[j]) * (data[i][j] - mean[j]);
    deviation[j] = sqrt(deviation[j] / ROWS);
    deviation[j] = deviation[j] <= 0.1 ? 1 : deviation[j];
  }
  for (int i = 0; i < ROWS; ++i)
    for (int j = 0; j < COLUMNS; ++j) {
      data[i][j] -= mean[j];
      data[i][j] /= sqrt((double)ROWS) * deviation[j];
    }
  for (int i = 0; i < COLUMNS - 1; ++i) {
    result[i][i] = 1;
    for (int j = i + 1; j < COLUMNS; ++j) {
      result[i][j] = 0;
      for (int k = 0; k < ROWS; ++k)
        result[i][j] += data[k][i] * data[k][j];
      result[j][i] = result[i][j];
    }
  }
  result[COLUMNS - 1][COLUMNS - 1] = 1;
}

int main(void) {
  NEW_MATRIX(data, ROWS, COLUMNS);
  NEW_MATRIX(result, COLUMNS, COLUMNS);
  NEW_VECTOR(mean, COLUMNS);
  NEW_VECTOR(deviation, COLUMNS);
  uint64_t sum = 0;
  for (int pass = 0; pass < PASSES; ++pass) {
    FILL(*data, 1 + (uint32_t)pass);
    kernel(*data, *result, *mean, *deviation);
    sum = MIX(sum, *result);
  }
  return finish(sum);
}
