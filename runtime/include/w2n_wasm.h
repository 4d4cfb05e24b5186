//===- w2n_wasm.h - Modules for wasm.h -------------------------------------===//
//
// What a host calls in place of wasm_module_new(); all else is wasm.h.
//
//   extern const w2n_module w2n_module_hello;
//   wasm_module_t *module = w2n_wasm_module_from(store, &w2n_module_hello);
//
//===----------------------------------------------------------------------===//

#ifndef W2N_WASM_H
#define W2N_WASM_H

#include "w2n.h"
#include "wasm.h"

#ifdef __cplusplus
extern "C" {
#endif

// A module that is linked with the host, or that w2n_module_open() gave and that the host closes
// later than the store. The caller owns the result; null where the system has no memory.
wasm_module_t *w2n_wasm_module_from(wasm_store_t *store, const w2n_module *module);

// A module in a dynamic library (w2n_module_open() in w2n.h says what is checked). It is closed
// when nobody owns the module and the stores with instances of it are deleted. Null where it
// cannot be; then *trap, unless trap is null, says why, and the caller owns it.
wasm_module_t *w2n_wasm_module_open(wasm_store_t *store, const char *path, wasm_trap_t **trap);

// The store behind one of wasm.h, for w2n.h: it must not be deleted.
w2n_store *w2n_wasm_store(wasm_store_t *store);

#ifdef __cplusplus
}
#endif

#endif // W2N_WASM_H
