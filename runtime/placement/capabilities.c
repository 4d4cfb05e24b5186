//===- capabilities.c - What the program may do, record by record -----------===//

#include "placement/capabilities.h"
#include "placement/program.h"

// Made by the compiler.
extern const char note[] __asm__(W2N_SYMBOL(W2N_CAPABILITIES_SYMBOL))
    __attribute__((visibility("hidden")));

const char *w2n_capabilities_begin(void) {
  const uint64_t header = 3 * sizeof(uint32_t) + sizeof(W2N_CAPABILITIES_OWNER);
  return note + header;
}

int w2n_capabilities_next(const char **position, w2n_capability *result) {
  static const uint8_t string_counts[] = {
#define W2N_CAPABILITY(NAME, KIND, STRINGS, TEXT) [KIND] = STRINGS,
#include "abi/capabilities.def"
  };
  const char *text = *position;
  *result = (w2n_capability){.kind = (uint8_t)*text};
  if (!result->kind)
    return 0;
  ++text;
  for (int i = 0; i < string_counts[result->kind]; ++i) {
    result->strings[i] = text;
    while (*text++)
      ;
  }
  *position = text;
  return 1;
}
