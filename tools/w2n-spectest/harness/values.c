//===- values.c - Arguments and expected results ----------------------------===//

#include "harness.h"

// Host reference 0 must not be null, nor look like memory that could be read.
#define FIRST_HOST_REFERENCE 0x100

static uint64_t lane_mask(uint32_t bits) { return bits == 64 ? UINT64_MAX : (1ull << bits) - 1; }

int read_argument(struct reader *reader, struct values *values) {
  if (values->count + 2 > MAXIMUM_SLOTS)
    return 0;
  uint64_t *slots = &values->slots[values->count];
  switch (read_u8(reader)) {
  case SPECTEST_NUMBER:
    read_u8(reader);
    read_u8(reader);
    slots[0] = read_u64(reader);
    values->count += 1;
    return 1;
  case SPECTEST_VECTOR: {
    const uint32_t bits = read_u8(reader);
    slots[0] = slots[1] = 0;
    for (uint32_t i = 0; i < 128 / bits; ++i) {
      read_u8(reader);
      slots[i * bits / 64] |= read_u64(reader) << (i * bits % 64);
    }
    values->count += 2;
    return 1;
  }
  case SPECTEST_NULL:
    slots[0] = 0;
    values->count += 1;
    return 1;
  case SPECTEST_HOST_REFERENCE:
    slots[0] = FIRST_HOST_REFERENCE + read_u64(reader);
    values->count += 1;
    return 1;
  default:
    return 0;
  }
}

// Reads a lane of the script and compares it with the bits of a result.
static int match_lane(struct reader *reader, uint32_t bits, uint64_t actual) {
  const uint8_t pattern = read_u8(reader);
  const uint64_t expected = read_u64(reader);
  if (pattern == SPECTEST_EXACT)
    return actual == expected;
  const uint64_t sign = 1ull << (bits - 1);
  const uint64_t quiet_nan = bits == 64 ? 0x7FF8000000000000u : 0x7FC00000u;
  if (pattern == SPECTEST_CANONICAL_NAN)
    return (actual & ~sign) == quiet_nan;
  return (actual & quiet_nan) == quiet_nan;
}

static int match_lanes(struct reader *reader, uint32_t total_bits, const uint64_t *slots) {
  const uint32_t bits = read_u8(reader);
  const uint32_t count = total_bits ? total_bits / bits : 1;
  int matches = 1;
  for (uint32_t i = 0; i < count; ++i) {
    const uint64_t actual = slots[i * bits / 64] >> (i * bits % 64) & lane_mask(bits);
    matches &= match_lane(reader, bits, actual);
  }
  return matches;
}

static int match_alternatives(struct reader *reader, struct values *values) {
  int matches = 0;
  const uint32_t first = values->count;
  const uint32_t count = read_u32(reader);
  for (uint32_t i = 0; i < count; ++i) {
    values->count = first;
    matches |= match_result(reader, values);
  }
  return matches;
}

int match_result(struct reader *reader, struct values *values) {
  const uint64_t *slots = &values->slots[values->count];
  const uint8_t kind = read_u8(reader);
  if (kind == SPECTEST_EITHER)
    return match_alternatives(reader, values);
  values->count += kind == SPECTEST_VECTOR ? 2 : 1;
  switch (kind) {
  case SPECTEST_NUMBER:
    return match_lanes(reader, 0, slots);
  case SPECTEST_VECTOR:
    return match_lanes(reader, 128, slots);
  case SPECTEST_NULL:
    return slots[0] == 0;
  case SPECTEST_REFERENCE:
    return slots[0] != 0;
  case SPECTEST_HOST_REFERENCE:
    return slots[0] == FIRST_HOST_REFERENCE + read_u64(reader);
  default:
    return 0;
  }
}
