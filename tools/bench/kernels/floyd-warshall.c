// The lengths of the shortest paths between all pairs

#include "kernel.h"

enum { ORDER = SIZE(900, 31) };

static void kernel(int paths[ORDER][ORDER]) {
  for (int k = 0; k < ORDER; ++k)
    for (int i = 0; i < ORDER; ++i)
      for (int j = 0; j < ORDER; ++j)
        paths[i][j] =
            paths[i][j] < paths[i][k] + paths[k][j] ? paths[i][j] : paths[i][k] + paths[k][j];
}

int main(void) {
  int (*paths)[ORDER][ORDER] = malloc(sizeof *paths);
  for (int i = 0; i < ORDER; ++i)
    for (int j = 0; j < ORDER; ++j)
      (*paths)[i][j] = (i + j) % 13 == 0 || (i + j) % 7 == 0 ? 999 : i * j % 71 + 1;
  kernel(*paths);
  return finish(mix_bytes(0, (const uint8_t *)*paths, sizeof *paths));
}
