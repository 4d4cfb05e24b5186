//===- block.h - Moving memory in vectors ----------------------------------===//
//
// Blocks of 16 bytes at any address. A size that is no multiple is finished by a block
// that overlaps the one before, so that there is no loop over single bytes.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_LIBC_BLOCK_H
#define W2N_LIBC_BLOCK_H

#include <stddef.h>
#include <stdint.h>

typedef uint8_t w2n_block __attribute__((vector_size(16), aligned(1), may_alias));
typedef uint64_t w2n_word __attribute__((aligned(1), may_alias));
typedef uint32_t w2n_half __attribute__((aligned(1), may_alias));
typedef uint16_t w2n_quarter __attribute__((aligned(1), may_alias));

static inline w2n_block w2n_load(const uint8_t *from) { return *(const w2n_block *)from; }
static inline void w2n_store_block(uint8_t *to, w2n_block block) { *(w2n_block *)to = block; }

// At most 16 bytes; everything is read before anything is written.
static inline void w2n_move_small(uint8_t *to, const uint8_t *from, size_t size) {
  if (size >= 8) {
    const uint64_t first = *(const w2n_word *)from, last = *(const w2n_word *)(from + size - 8);
    *(w2n_word *)to = first;
    *(w2n_word *)(to + size - 8) = last;
  } else if (size >= 4) {
    const uint32_t first = *(const w2n_half *)from, last = *(const w2n_half *)(from + size - 4);
    *(w2n_half *)to = first;
    *(w2n_half *)(to + size - 4) = last;
  } else if (size >= 2) {
    const uint16_t first = *(const w2n_quarter *)from,
                   last = *(const w2n_quarter *)(from + size - 2);
    *(w2n_quarter *)to = first;
    *(w2n_quarter *)(to + size - 2) = last;
  } else if (size) {
    *to = *from;
  }
}

// 17 to 64 bytes; everything is read before anything is written.
static inline void w2n_move_medium(uint8_t *to, const uint8_t *from, size_t size) {
  const w2n_block first = w2n_load(from), last = w2n_load(from + size - 16);
  if (size > 32) {
    const w2n_block second = w2n_load(from + 16), third = w2n_load(from + size - 32);
    w2n_store_block(to + 16, second);
    w2n_store_block(to + size - 32, third);
  }
  w2n_store_block(to, first);
  w2n_store_block(to + size - 16, last);
}

// More than 64 bytes, upwards: right where to is below from or they do not overlap.
static inline void w2n_move_up(uint8_t *to, const uint8_t *from, size_t size) {
  const w2n_block last[4] = {w2n_load(from + size - 64), w2n_load(from + size - 48),
                             w2n_load(from + size - 32), w2n_load(from + size - 16)};
  size_t at = 0;
  for (; at < size - 64; at += 64) {
    const w2n_block a = w2n_load(from + at), b = w2n_load(from + at + 16),
                    c = w2n_load(from + at + 32), d = w2n_load(from + at + 48);
    w2n_store_block(to + at, a);
    w2n_store_block(to + at + 16, b);
    w2n_store_block(to + at + 32, c);
    w2n_store_block(to + at + 48, d);
  }
  for (size_t i = 0; i < 4; ++i)
    w2n_store_block(to + size - 64 + 16 * i, last[i]);
}

// More than 64 bytes, downwards: right where to is above from.
static inline void w2n_move_down(uint8_t *to, const uint8_t *from, size_t size) {
  const w2n_block first[4] = {w2n_load(from), w2n_load(from + 16), w2n_load(from + 32),
                              w2n_load(from + 48)};
  size_t at = size;
  for (; at > 64; at -= 64) {
    const w2n_block a = w2n_load(from + at - 16), b = w2n_load(from + at - 32),
                    c = w2n_load(from + at - 48), d = w2n_load(from + at - 64);
    w2n_store_block(to + at - 16, a);
    w2n_store_block(to + at - 32, b);
    w2n_store_block(to + at - 48, c);
    w2n_store_block(to + at - 64, d);
  }
  for (size_t i = 0; i < 4; ++i)
    w2n_store_block(to + 16 * i, first[i]);
}

#endif // W2N_LIBC_BLOCK_H
