// Byte loads and stores with a growing stride, and a scan.

#include "../workload.h"

enum { LIMIT = SIZE(2000000, 5000), PASSES = SIZE(130, 2) };

int main(int argc, char **argv) {
  const uint32_t limit = (uint32_t)size_from(argc, argv, LIMIT);
  uint8_t *composite = malloc(limit);
  uint32_t count = 0;
  for (int pass = 0; pass < PASSES; ++pass) {
    memset(composite, 0, limit);
    for (uint32_t i = 2; i * i < limit; ++i)
      if (!composite[i])
        for (uint32_t j = i * i; j < limit; j += i)
          composite[j] = 1;
    for (uint32_t i = 2; i < limit; ++i)
      count += !composite[i];
  }
  return finish(count);
}
