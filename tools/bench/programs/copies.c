// Copies, moves, fills and comparisons of memory, short and long: a buffer with a gap as text
// editors have, and a ring of messages.

#include "../workload.h"

enum { BYTES = SIZE(1 << 18, 2000), EDITS = SIZE(12000, 60), MESSAGES = SIZE(18000000, 500) };
enum { RING = 1 << 14 };

struct buffer {
  uint8_t *bytes;
  size_t size, gap, gap_end;
};

static void move_gap(struct buffer *b, size_t to) {
  if (to < b->gap) {
    const size_t count = b->gap - to;
    memmove(b->bytes + b->gap_end - count, b->bytes + to, count);
    b->gap_end -= count;
  } else {
    const size_t count = to - b->gap;
    memmove(b->bytes + b->gap, b->bytes + b->gap_end, count);
    b->gap_end += count;
  }
  b->gap = to;
}

static void insert(struct buffer *b, const uint8_t *text, size_t count) {
  if (b->gap_end - b->gap < count) {
    const size_t larger = b->size * 2 + count, after = b->size - b->gap_end;
    b->bytes = realloc(b->bytes, larger);
    memmove(b->bytes + larger - after, b->bytes + b->gap_end, after);
    b->gap_end = larger - after;
    b->size = larger;
  }
  memcpy(b->bytes + b->gap, text, count);
  b->gap += count;
}

static uint64_t edit(int bytes, int edits, uint32_t *seed) {
  struct buffer b = {malloc((size_t)bytes), (size_t)bytes, 0, 0};
  memset(b.bytes, ' ', (size_t)bytes);
  for (int i = 0; i < edits; ++i) {
    const size_t length = b.size - (b.gap_end - b.gap);
    move_gap(&b, (size_t)next_random(seed) * 3 % length);
    insert(&b, (const uint8_t *)"a line that is put in\n", 1 + next_random(seed) % 21);
    if (b.gap_end + 4 < b.size)
      b.gap_end += next_random(seed) % 4;
  }
  const uint64_t sum = mix_bytes(b.gap, b.bytes, b.gap);
  free(b.bytes);
  return sum;
}

// Each message is a byte for its length and so many bytes; none is divided by the ring's end.
static uint64_t exchange(int messages, uint32_t *seed) {
  static uint8_t ring[RING], message[256], last[256];
  uint64_t sum = 0;
  size_t at = 0;
  for (int i = 0; i < messages; ++i) {
    const size_t length = next_random(seed) >> (next_random(seed) % 8 ? 19 : 16);
    if (at + length + 1 > RING)
      at = 0;
    memset(message, i, length < 8 ? length : 8);
    ring[at] = (uint8_t)length;
    memcpy(ring + at + 1, message, length);
    sum += memcmp(ring + at + 1, last, length) > 0;
    memcpy(last, ring + at + 1, ring[at]);
    at += length + 1;
  }
  return mix(sum, at);
}

int main(int argc, char **argv) {
  const int messages = size_from(argc, argv, MESSAGES);
  uint32_t seed = 13;
  uint64_t sum = edit(BYTES, EDITS, &seed);
  return finish(mix(sum, exchange(messages, &seed)));
}
