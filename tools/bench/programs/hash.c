// A hash table with open addressing: multiplications, rotations and loads that miss.

#include <stdint.h>
#include <stdio.h>

enum { BITS = 18, SLOTS = 1 << BITS, KEYS = SLOTS / 2, PASSES = 12 };

struct slot {
  uint64_t key;
  uint32_t uses;
};

static struct slot slots[SLOTS];

static uint64_t mix(uint64_t key) {
  key ^= key >> 31;
  key *= 0x7fb5d329728ea185;
  key = key << 27 | key >> 37;
  key *= 0x81dadef4bc2dd44d;
  return key ^ key >> 33;
}

static struct slot *find(uint64_t key) {
  uint32_t index = (uint32_t)(mix(key) >> (64 - BITS));
  while (slots[index].key != 0 && slots[index].key != key)
    index = (index + 1) % SLOTS;
  slots[index].key = key;
  return &slots[index];
}

int main(void) {
  for (int pass = 0; pass < PASSES; ++pass)
    for (uint64_t key = 1; key <= KEYS; ++key)
      find(key * key)->uses += (uint32_t)pass;
  uint64_t sum = 0;
  for (uint32_t index = 0; index < SLOTS; ++index)
    sum += mix(slots[index].key + index) * slots[index].uses;
  printf("%llu\n", (unsigned long long)sum);
  return 0;
}
