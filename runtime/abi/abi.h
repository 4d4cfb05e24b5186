//===- abi.h - The contract with compiled code, as C sees it ---------------===//

#ifndef W2N_ABI_H
#define W2N_ABI_H

#include "abi/constants.h"

#include "abi/structs.h"

#include <stdint.h>

#define W2N_RETURNS_NORETURN _Noreturn
#define W2N_RETURNS_NONE
#define W2N_RETURNS_RETURNS_TWICE __attribute__((returns_twice))
#define W2N_BUILTIN(NAME, RESULT, PARAMETERS, FLAGS)                                               \
  W2N_RETURNS_##FLAGS RESULT w2n_##NAME PARAMETERS;
#include "abi/builtins.def"

// The functions of builtins.def that libraries call; null where only programs have them.
struct w2n_runtime_calls {
#define W2N_BUILTIN(NAME, RESULT, PARAMETERS, FLAGS) RESULT(*NAME) PARAMETERS;
#include "abi/builtins.def"
};

#endif // W2N_ABI_H
