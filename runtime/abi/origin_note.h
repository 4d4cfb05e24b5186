//===- origin_note.h - What the code in an image was made from -------------===//
//
// The compiler writes one for each module, into programs, libraries and objects; w2n-audit reads
// it, the runtime never does. A note as ELF has them, in Mach-O too, read-only and without
// relocations, so that a signature of the image covers it: in the sections of the capabilities.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_ABI_ORIGIN_NOTE_H
#define W2N_ABI_ORIGIN_NOTE_H

#include <stdint.h>

#define W2N_ORIGIN_OWNER "w2n-origins"
#define W2N_ORIGIN_VERSION 1
enum {
  // How the module was compiled: accesses to memory are guarded where they can be.
  W2N_ORIGIN_GUARDED = 1,
  W2N_ORIGIN_PRECISE_TRAPS = 2,
  W2N_ORIGIN_DETERMINISTIC = 4,
};

struct w2n_origin_note {
  // sizeof(W2N_ORIGIN_OWNER).
  uint32_t owner_size;
  // In bytes, of what follows the owner: a multiple of 4.
  uint32_t size;
  // W2N_ORIGIN_VERSION.
  uint32_t version;
  char owner[sizeof(W2N_ORIGIN_OWNER)];
  // SHA-256 of the module in the binary format, as it was read or made of text.
  uint8_t module_hash[32];
  // W2N_ORIGIN_*.
  uint32_t flags;
  // What made it, with its version, follows: a string that ends with a NUL.
};

#endif // W2N_ABI_ORIGIN_NOTE_H
