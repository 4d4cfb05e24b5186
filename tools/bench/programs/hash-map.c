// A hash table with open addressing, filled, asked and emptied: multiplications, rotations and
// loads that miss.

#include "../workload.h"

enum { BITS = SIZE(17, 8), PASSES = SIZE(50, 2), EMPTY = 0 };

struct slot {
  uint64_t key;
  uint32_t uses;
};

struct map {
  struct slot *slots;
  uint32_t bits, used;
};

static uint64_t scramble(uint64_t key) {
  key ^= key >> 31;
  key *= 0x7fb5d329728ea185;
  key = key << 27 | key >> 37;
  key *= 0x81dadef4bc2dd44d;
  return key ^ key >> 33;
}

static uint32_t home_of(const struct map *map, uint64_t key) {
  return (uint32_t)(scramble(key) >> (64 - map->bits));
}

static struct slot *find(const struct map *map, uint64_t key) {
  const uint32_t mask = (1u << map->bits) - 1;
  uint32_t index = home_of(map, key);
  while (map->slots[index].key != EMPTY && map->slots[index].key != key)
    index = (index + 1) & mask;
  return &map->slots[index];
}

static struct map make_map(uint32_t bits) {
  return (struct map){calloc((size_t)1 << bits, sizeof(struct slot)), bits, 0};
}

static struct slot *insert(struct map *map, uint64_t key);

static void grow(struct map *map) {
  struct map larger = make_map(map->bits + 1);
  for (uint32_t i = 0; i < 1u << map->bits; ++i)
    if (map->slots[i].key != EMPTY)
      insert(&larger, map->slots[i].key)->uses = map->slots[i].uses;
  free(map->slots);
  *map = larger;
}

static struct slot *insert(struct map *map, uint64_t key) {
  struct slot *slot = find(map, key);
  if (slot->key == key)
    return slot;
  if (map->used + 1 > (1u << map->bits) / 4 * 3) {
    grow(map);
    slot = find(map, key);
  }
  ++map->used;
  slot->key = key;
  return slot;
}

// Moves back what only stands where it does because of the slot that becomes empty.
static void erase(struct map *map, uint64_t key) {
  const uint32_t mask = (1u << map->bits) - 1;
  uint32_t hole = (uint32_t)(find(map, key) - map->slots);
  if (map->slots[hole].key != key)
    return;
  for (uint32_t next = (hole + 1) & mask; map->slots[next].key != EMPTY; next = (next + 1) & mask)
    if (((next - home_of(map, map->slots[next].key)) & mask) >= ((next - hole) & mask)) {
      map->slots[hole] = map->slots[next];
      hole = next;
    }
  map->slots[hole] = (struct slot){EMPTY, 0};
  --map->used;
}

int main(int argc, char **argv) {
  const int bits = size_from(argc, argv, BITS);
  const uint64_t keys = (uint64_t)1 << bits;
  struct map map = make_map(4);
  uint64_t sum = 0;
  for (uint32_t pass = 0; pass < PASSES; ++pass) {
    for (uint64_t key = 1; key <= keys; ++key)
      insert(&map, key * key)->uses += pass;
    for (uint64_t key = 1; key <= keys; key += 3)
      erase(&map, key * key);
    for (uint64_t key = 1; key <= 2 * keys; ++key)
      sum += find(&map, key)->uses * key;
    sum = mix(sum, map.used);
  }
  return finish(sum);
}
