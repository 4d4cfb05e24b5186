//===- library_note.h - What a dynamic library says of itself --------------===//
//
// Lets a host know what a file is before the system maps it. A note as ELF has them, in
// Mach-O too, read-only and without relocations: an ELF image has it in a PT_NOTE segment, a
// Mach-O image in the section W2N_CAPABILITIES_SECTION_MACHO. A library has one. The format
// is the same in all versions, so that a version can tell of another.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_ABI_LIBRARY_NOTE_H
#define W2N_ABI_LIBRARY_NOTE_H

#include "abi/constants.h"

#include <stdint.h>

struct w2n_library_note {
  // sizeof(W2N_LIBRARY_NOTE_OWNER).
  uint32_t owner_size;
  // In bytes, of what follows the owner: a multiple of 4.
  uint32_t size;
  // W2N_ABI_VERSION. What follows is as it is here in all versions.
  uint32_t abi_version;
  char owner[sizeof(W2N_LIBRARY_NOTE_OWNER)];
  // Bits of cpu_features.def that the code may use, the lower half first.
  uint32_t cpu_features[2];
  // The name in the symbol w2n_module_<name> follows, which ends with a NUL.
};

#endif // W2N_ABI_LIBRARY_NOTE_H
