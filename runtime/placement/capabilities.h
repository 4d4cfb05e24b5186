//===- capabilities.h - What the program may do, record by record -----------===//

#ifndef W2N_PLACEMENT_CAPABILITIES_H
#define W2N_PLACEMENT_CAPABILITIES_H

#include <stdint.h>

// A record of abi/capabilities.def; strings that its kind does not have are null.
typedef struct w2n_capability {
  // W2N_CAPABILITY_*
  uint8_t kind;
  const char *strings[2];
} w2n_capability;

// Where the records begin.
const char *w2n_capabilities_begin(void);
// Reads the record at *position and moves to the next; 0 at the end.
int w2n_capabilities_next(const char **position, w2n_capability *result);

#endif // W2N_PLACEMENT_CAPABILITIES_H
