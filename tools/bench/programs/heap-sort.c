// Sorts records by a heap: data-dependent branches and moves of 24 bytes.

#include "../workload.h"

enum { COUNT = SIZE(300000, 500), PASSES = SIZE(5, 2) };

struct record {
  double weight;
  uint32_t identity, group;
  const char *name;
};

static const char *const names[] = {"north", "east", "south", "west"};

static int before(const struct record *a, const struct record *b) {
  if (a->group != b->group)
    return a->group < b->group;
  if (a->weight != b->weight)
    return a->weight < b->weight;
  return a->identity < b->identity;
}

static void sift_down(struct record *heap, size_t count, size_t hole, struct record value) {
  for (;;) {
    size_t child = 2 * hole + 1;
    if (child >= count)
      break;
    if (child + 1 < count && before(&heap[child], &heap[child + 1]))
      ++child;
    if (!before(&value, &heap[child]))
      break;
    heap[hole] = heap[child];
    hole = child;
  }
  heap[hole] = value;
}

static void sort(struct record *records, size_t count) {
  for (size_t i = count / 2; i > 0; --i)
    sift_down(records, count, i - 1, records[i - 1]);
  for (size_t last = count - 1; last > 0; --last) {
    const struct record value = records[last];
    records[last] = records[0];
    sift_down(records, last, 0, value);
  }
}

int main(int argc, char **argv) {
  const size_t count = (size_t)size_from(argc, argv, COUNT);
  struct record *records = malloc(count * sizeof *records);
  uint32_t seed = 7;
  uint64_t sum = 0;
  for (int pass = 0; pass < PASSES; ++pass) {
    for (size_t i = 0; i < count; ++i) {
      const uint32_t group = next_random(&seed) % 16;
      records[i] =
          (struct record){next_random(&seed) % 4096 * 0.25, (uint32_t)i, group, names[group % 4]};
    }
    sort(records, count);
    for (size_t i = 0; i < count; i += 37)
      sum = mix(sum, records[i].identity + (uint64_t)records[i].name[0]);
  }
  return finish(sum);
}
