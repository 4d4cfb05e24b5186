//===- layout.c - The layout of the contract's structures, as numbers ------===//

#include "abi/abi.h"

#include <stddef.h>

const uint64_t layout[] = {
#define W2N_STRUCT(STRUCT)
#define W2N_POINTER(STRUCT, FIELD, TYPE) offsetof(w2n_##STRUCT, FIELD),
#define W2N_FUNCTION(STRUCT, FIELD, RESULT, PARAMETERS) offsetof(w2n_##STRUCT, FIELD),
#define W2N_U64(STRUCT, FIELD) offsetof(w2n_##STRUCT, FIELD),
#define W2N_U32(STRUCT, FIELD) offsetof(w2n_##STRUCT, FIELD),
#define W2N_END(STRUCT) sizeof(w2n_##STRUCT), _Alignof(w2n_##STRUCT),
#include "abi/structs.def"
};
