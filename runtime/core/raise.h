//===- raise.h - Traps with more to say than their code --------------------===//

#ifndef W2N_CORE_RAISE_H
#define W2N_CORE_RAISE_H

#include <stdint.h>

// As w2n_trap_by_code(), with what the report adds to the message, or null.
_Noreturn void w2n_trap_with_detail(uint32_t code, const char *detail);

#endif // W2N_CORE_RAISE_H
