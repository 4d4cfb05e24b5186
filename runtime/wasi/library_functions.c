//===- library_functions.c - Calls of WASI from instances -------------------===//
//
// The functions of wasi.def as array calls, so that compiled code calls them as it calls
// functions of the host, but without the host in between.
//
//===----------------------------------------------------------------------===//

#include "wasi/library.h"

// The operands behind the first, by the letters of their types.
#define OPERAND_i(N) (uint32_t)values[N]
#define OPERAND_I(N) values[N]
#define OPERANDS_
#define OPERANDS_i , OPERAND_i(0)
#define OPERANDS_ii OPERANDS_i, OPERAND_i(1)
#define OPERANDS_iI OPERANDS_i, OPERAND_I(1)
#define OPERANDS_iii OPERANDS_ii, OPERAND_i(2)
#define OPERANDS_iIi OPERANDS_iI, OPERAND_i(2)
#define OPERANDS_iII OPERANDS_iI, OPERAND_I(2)
#define OPERANDS_iiii OPERANDS_iii, OPERAND_i(3)
#define OPERANDS_iIii OPERANDS_iIi, OPERAND_i(3)
#define OPERANDS_iIIi OPERANDS_iII, OPERAND_i(3)
#define OPERANDS_iiiii OPERANDS_iiii, OPERAND_i(4)
#define OPERANDS_iiiIi OPERANDS_iii, OPERAND_I(3), OPERAND_i(4)
#define OPERANDS_iiiiii OPERANDS_iiiii, OPERAND_i(5)
#define OPERANDS_iiiiiii OPERANDS_iiiiii, OPERAND_i(6)
#define OPERANDS_iiiiiII OPERANDS_iiiii, OPERAND_I(5), OPERAND_I(6)
#define OPERANDS_iiiiIIi OPERANDS_iiii, OPERAND_I(4), OPERAND_I(5), OPERAND_i(6)
#define OPERANDS_iiiiiIIii OPERANDS_iiiiiII, OPERAND_i(7), OPERAND_i(8)

// The result, where there is one.
#define RESULT_
#define RESULT_i values[0] =

#define CALL(NAME, OPERANDS, RESULTS)                                                              \
  static void call_##NAME(void *data, uint64_t *values) {                                          \
    w2n_wasi *wasi = w2n_wasi_enter(data);                                                         \
    RESULT_##RESULTS w2n_wasi_##NAME(wasi OPERANDS_##OPERANDS);                                    \
  }

#define W2N_WASI_NONE(NAME, OPERANDS, RESULTS)
#define W2N_WASI_SAME(NAME, OPERANDS, RESULTS)
#define W2N_WASI_OWN(NAME, OPERANDS, RESULTS) CALL(unstable_##NAME, OPERANDS, RESULTS)
#define W2N_WASI(NAME, OPERANDS, RESULTS, GROUP, UNSTABLE)                                         \
  CALL(NAME, OPERANDS, RESULTS)                                                                    \
  W2N_WASI_##UNSTABLE(NAME, OPERANDS, RESULTS)
#include "abi/wasi.def"
#undef W2N_WASI_SAME
#undef W2N_WASI_OWN
#undef W2N_WASI_NONE

// What a group of functions needs of the configuration: where no directory or socket was given,
// there is none that its functions could use.
enum {
  NEEDS_ARGUMENTS = 0,
  NEEDS_ENVIRONMENT = 0,
  NEEDS_CLOCKS = W2N_WASI_ALLOW_CLOCKS,
  NEEDS_RANDOM = W2N_WASI_ALLOW_RANDOM,
  NEEDS_DESCRIPTORS = 0,
  NEEDS_DIRECTORIES = 0,
  NEEDS_SOCKETS = 0,
  NEEDS_WAITING = 0,
  NEEDS_PROCESS = 0,
};

#define ROW(NAME, CALLED, OPERANDS, RESULTS, GROUP)                                                \
  {#NAME, #OPERANDS ":" #RESULTS, call_##CALLED, NEEDS_##GROUP},

static const struct w2n_wasi_function preview1[] = {
#define W2N_WASI(NAME, OPERANDS, RESULTS, GROUP, UNSTABLE) ROW(NAME, NAME, OPERANDS, RESULTS, GROUP)
#include "abi/wasi.def"
};

static const struct w2n_wasi_function unstable[] = {
#define W2N_WASI_NONE(NAME, OPERANDS, RESULTS, GROUP)
#define W2N_WASI_SAME(NAME, OPERANDS, RESULTS, GROUP) ROW(NAME, NAME, OPERANDS, RESULTS, GROUP)
#define W2N_WASI_OWN(NAME, OPERANDS, RESULTS, GROUP)                                               \
  ROW(NAME, unstable_##NAME, OPERANDS, RESULTS, GROUP)
#define W2N_WASI(NAME, OPERANDS, RESULTS, GROUP, UNSTABLE)                                         \
  W2N_WASI_##UNSTABLE(NAME, OPERANDS, RESULTS, GROUP)
#include "abi/wasi.def"
};

static int is_name(const char *text, const char *name, uint64_t length) {
  for (uint64_t i = 0; i < length; ++i)
    if (!text[i] || text[i] != name[i])
      return 0;
  return !text[length];
}

static const struct w2n_wasi_function *find(const struct w2n_wasi_function *rows, size_t count,
                                            const w2n_import *import) {
  for (size_t i = 0; i < count; ++i)
    if (is_name(rows[i].name, import->name, import->name_length))
      return &rows[i];
  return 0;
}

const struct w2n_wasi_function *w2n_find_wasi_function(const w2n_import *import) {
  if (is_name("wasi_snapshot_preview1", import->module, import->module_length))
    return find(preview1, sizeof(preview1) / sizeof(*preview1), import);
  if (is_name("wasi_unstable", import->module, import->module_length))
    return find(unstable, sizeof(unstable) / sizeof(*unstable), import);
  return 0;
}
