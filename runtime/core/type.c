//===- type.c - Equality of function types across modules ------------------===//

#include "abi/abi.h"

uint32_t w2n_type_equal(const w2n_type *a, const w2n_type *b) {
  return a == b || (a->hash_low == b->hash_low && a->hash_high == b->hash_high);
}
