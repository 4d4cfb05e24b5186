//===- program_start.h - For what runs before the program -------------------===//

#ifndef W2N_WASI_PROGRAM_START_H
#define W2N_WASI_PROGRAM_START_H

#include <stdint.h>

// Says on standard error what is wrong with a text, which is quoted, what stands behind it, and
// the W2N_WASI_* error in words unless that is 0; ends the program with status 1.
_Noreturn void w2n_start_fail(const char *problem, const char *text, const char *behind,
                              uint32_t error);

#endif // W2N_WASI_PROGRAM_START_H
