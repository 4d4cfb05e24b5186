//===- structs.h - The structures and traps of the contract, for C and C++ -===//

#ifndef W2N_ABI_STRUCTS_H
#define W2N_ABI_STRUCTS_H

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

#endif // W2N_ABI_STRUCTS_H
