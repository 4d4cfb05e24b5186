//===- strings.h - Lists of strings for the program -------------------------===//

#ifndef W2N_WASI_STRINGS_H
#define W2N_WASI_STRINGS_H

#include "wasi/memory.h"

// Strings that are measured, or stored in the memory of the program: addresses in a
// list, bytes one after the other.
typedef struct w2n_string_writer {
  uint32_t count;
  uint64_t bytes;
  // Null while measuring.
  w2n_wasi_u32 *list;
  char *text;
  uint32_t text_address;
} w2n_string_writer;

void w2n_add_string(w2n_string_writer *writer, const char *string);

// Adds the variables that the program sees. Each placement defines it.
void w2n_add_environment(const w2n_wasi *wasi, w2n_string_writer *writer);

#endif // W2N_WASI_STRINGS_H
