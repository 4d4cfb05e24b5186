//===- abi.h - The contract with compiled code, as C sees it ---------------===//

#ifndef W2N_ABI_H
#define W2N_ABI_H

#include "abi/constants.h"

#include <stdint.h>

#define W2N_STRUCT(STRUCT) struct w2n_##STRUCT;
#define W2N_POINTER(STRUCT, FIELD, TYPE)
#define W2N_FUNCTION(STRUCT, FIELD, RESULT, PARAMETERS)
#define W2N_U64(STRUCT, FIELD)
#define W2N_U32(STRUCT, FIELD)
#define W2N_END(STRUCT) typedef struct w2n_##STRUCT w2n_##STRUCT;
#include "abi/structs.def"

#define W2N_STRUCT(STRUCT) struct w2n_##STRUCT {
#define W2N_POINTER(STRUCT, FIELD, TYPE) TYPE *FIELD;
#define W2N_FUNCTION(STRUCT, FIELD, RESULT, PARAMETERS) RESULT(*FIELD) PARAMETERS;
#define W2N_U64(STRUCT, FIELD) uint64_t FIELD;
#define W2N_U32(STRUCT, FIELD) uint32_t FIELD;
#define W2N_END(STRUCT)                                                                            \
  }                                                                                                \
  ;
#include "abi/structs.def"

enum w2n_trap_code {
#define W2N_TRAP(NAME, CODE, MESSAGE) W2N_TRAP_##NAME = CODE,
#include "abi/traps.def"
};

#define W2N_RETURNS_NORETURN _Noreturn
#define W2N_RETURNS_NONE
#define W2N_BUILTIN(NAME, RESULT, PARAMETERS, FLAGS)                                               \
  W2N_RETURNS_##FLAGS RESULT w2n_##NAME PARAMETERS;
#include "abi/builtins.def"

#endif // W2N_ABI_H
