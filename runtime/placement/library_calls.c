//===- library_calls.c - This runtime, for the code of dynamic libraries ---===//

#include "placement/library.h"

const struct w2n_runtime_calls w2n_runtime_calls = {
#define W2N_BUILTIN(NAME, RESULT, PARAMETERS, FLAGS) .NAME = w2n_##NAME,
#define W2N_PROGRAM_BUILTIN(NAME, RESULT, PARAMETERS, FLAGS)
#include "abi/builtins.def"
};
