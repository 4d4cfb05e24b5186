//===- reader.c - Reading the script ----------------------------------------===//

#include "harness.h"

int same_text(struct text a, struct text b) {
  if (a.length != b.length)
    return 0;
  for (uint64_t i = 0; i < a.length; ++i)
    if (a.bytes[i] != b.bytes[i])
      return 0;
  return 1;
}

struct text c_text(const char *string) {
  struct text result = {string, 0};
  while (string[result.length])
    ++result.length;
  return result;
}

static uint64_t read_bytes(struct reader *reader, uint32_t count) {
  uint64_t result = 0;
  for (uint32_t i = 0; i < count; ++i)
    result |= (uint64_t)*reader->next++ << (8 * i);
  return result;
}

uint8_t read_u8(struct reader *reader) { return (uint8_t)read_bytes(reader, 1); }
uint32_t read_u32(struct reader *reader) { return (uint32_t)read_bytes(reader, 4); }
uint64_t read_u64(struct reader *reader) { return read_bytes(reader, 8); }

struct text read_text(struct reader *reader) {
  const uint32_t length = read_u32(reader);
  const struct text result = {(const char *)reader->next, length};
  reader->next += length;
  return result;
}
