// How many pairs a strand of RNA can form: dynamic programming over a triangle

#include "kernel.h"

enum { LENGTH = SIZE(1300, 43) };

static int pairs(char a, char b) { return a + b == 3; }
static int largest(int a, int b) { return a >= b ? a : b; }

static void kernel(char strand[LENGTH], int table[LENGTH][LENGTH]) {
  for (int i = LENGTH - 1; i >= 0; --i)
    for (int j = i + 1; j < LENGTH; ++j) {
      if (j - 1 >= 0)
        table[i][j] = largest(table[i][j], table[i][j - 1]);
      if (i + 1 < LENGTH)
        table[i][j] = largest(table[i][j], table[i + 1][j]);
      if (j - 1 >= 0 && i + 1 < LENGTH) {
        const int pair = i < j - 1 ? pairs(strand[i], strand[j]) : 0;
        table[i][j] = largest(table[i][j], table[i + 1][j - 1] + pair);
      }
      for (int k = i + 1; k < j; ++k)
        table[i][j] = largest(table[i][j], table[i][k] + table[k + 1][j]);
    }
}

int main(void) {
  char (*strand)[LENGTH] = malloc(sizeof *strand);
  int (*table)[LENGTH][LENGTH] = malloc(sizeof *table);
  for (int i = 0; i < LENGTH; ++i)
    (*strand)[i] = (char)((i + 1) * (i / 3 + 1) % 4);
  memset(table, 0, sizeof *table);
  kernel(*strand, *table);
  return finish(mix_bytes(0, (const uint8_t *)*table, sizeof *table));
}
