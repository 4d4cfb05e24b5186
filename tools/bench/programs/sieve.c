// Byte loads and stores with a growing stride, and a scan.

#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { LIMIT = 2000000, PASSES = 20 };

static uint8_t composite[LIMIT];

int main(void) {
  uint32_t count = 0;
  for (int pass = 0; pass < PASSES; ++pass) {
    memset(composite, 0, sizeof composite);
    for (uint32_t i = 2; i * i < LIMIT; ++i)
      if (!composite[i])
        for (uint32_t j = i * i; j < LIMIT; j += i)
          composite[j] = 1;
    for (uint32_t i = 2; i < LIMIT; ++i)
      count += !composite[i];
  }
  printf("%u\n", count);
  return 0;
}
