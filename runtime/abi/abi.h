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

// The C types behind the words of builtins.def.
typedef uint32_t w2n_abi_u32;
typedef uint64_t w2n_abi_u64;
typedef void w2n_abi_void;
typedef w2n_memory *w2n_abi_memory;
typedef w2n_table *w2n_abi_table;
typedef w2n_elements *w2n_abi_elements;
typedef w2n_data *w2n_abi_data;
typedef w2n_instance *w2n_abi_instance;
typedef const w2n_type *w2n_abi_type;
typedef const char *w2n_abi_bytes;
typedef void *w2n_abi_reference;
typedef void **w2n_abi_references;
typedef const uint32_t *w2n_abi_numbers;

#endif // W2N_ABI_H
