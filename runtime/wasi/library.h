//===- library.h - The state of WASI in a host ------------------------------===//

#ifndef W2N_WASI_LIBRARY_H
#define W2N_WASI_LIBRARY_H

#include "include/w2n_wasi.h"
#include "placement/library.h"
#include "wasi/setup.h"

// What w2n_wasi_new() makes.
struct w2n_library_wasi {
  // What the functions of WASI see of it comes first.
  w2n_wasi wasi;
  // Of this structure and the strings behind it.
  uint64_t size;
  // Of the instance that is calling.
  w2n_store *store;
  w2n_wasi_stream streams[3];
  // W2N_WASI_ALLOW_*.
  uint32_t allowed;
};

static inline struct w2n_library_wasi *w2n_library_wasi(w2n_wasi *wasi) {
  return (struct w2n_library_wasi *)wasi;
}

// What w2n_wasi::resolve is.
int w2n_wasi_resolve(w2n_wasi *wasi, w2n_instance *instance, const w2n_import *import,
                     w2n_extern *result);

// Gives back the table of descriptors.
void w2n_descriptors_release(w2n_wasi *wasi);

// A function of WASI that an instance imports: what stands for its instance.
struct w2n_wasi_binding {
  w2n_host_function host;
  w2n_function function;
  w2n_wasi *wasi;
  // The instance that imports it, and its memory once a call has found that.
  w2n_instance *instance;
  const w2n_memory *memory;
  // The type that it should have been imported with.
  w2n_host_definition declared;
};

// Readies WASI for a call by the instance of a binding. Traps where too little of the stack is
// left.
w2n_wasi *w2n_wasi_enter(struct w2n_wasi_binding *binding);

// A function as an array call; data is a w2n_wasi_binding.
typedef void (*w2n_wasi_call)(void *data, uint64_t *values);

struct w2n_wasi_function {
  const char *name;
  // As in w2n_type.
  const char *signature;
  w2n_wasi_call call;
  // A W2N_WASI_ALLOW_* that it needs, or 0.
  uint32_t needs;
};

// The function that is imported by these names; null where WASI has none.
const struct w2n_wasi_function *w2n_find_wasi_function(const w2n_import *import);

#endif // W2N_WASI_LIBRARY_H
