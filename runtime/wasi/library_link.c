//===- library_link.c - WASI for the imports of an instance -----------------===//

#include "core/trap.h"
#include "placement/activation.h"
#include "wasi/library.h"

static int same_text(const char *a, const char *b) {
  while (*a && *a == *b)
    ++a, ++b;
  return *a == *b;
}

static const w2n_memory *memory_of(w2n_instance *instance) {
  w2n_extern found;
  if (w2n_find_export(instance, "memory", sizeof("memory") - 1, &found) &&
      found.kind == W2N_EXTERN_MEMORY)
    return found.object.memory;
  return 0;
}

w2n_wasi *w2n_wasi_enter(struct w2n_wasi_binding *binding) {
  // Out of stack half-way through, they would leave descriptors open.
  if (w2n_is_stack_low())
    w2n_trap_by_code(W2N_TRAP_STACK_EXHAUSTED);
  if (!binding->memory)
    binding->memory = memory_of(binding->instance);
  w2n_library_wasi(binding->wasi)->store = binding->instance->store;
  binding->wasi->memory = binding->memory;
  return binding->wasi;
}

static void deny(void *data, uint64_t *values) {
  (void)data;
  values[0] = W2N_WASI_NOTCAPABLE;
}

int w2n_wasi_resolve(w2n_wasi *wasi, w2n_instance *instance, const w2n_import *import,
                     w2n_extern *result) {
  const struct w2n_wasi_function *function = w2n_find_wasi_function(import);
  if (!function)
    return 0;
  result->kind = W2N_EXTERN_FUNCTION;
  if (import->kind != W2N_EXTERN_FUNCTION)
    return 1;
  struct w2n_wasi_binding *binding =
      w2n_store_allocate(instance->store, sizeof(struct w2n_wasi_binding));
  if (!binding)
    return 0;
  const int is_denied = (function->needs & ~w2n_library_wasi(wasi)->allowed) != 0;
  binding->host.callback = is_denied ? deny : function->call;
  binding->host.data = binding;
  binding->function = (w2n_function){import->type->host_code, &binding->host, import->type};
  binding->wasi = wasi;
  binding->instance = instance;
  result->object.function = &binding->function;
  // Another type than the function has: the caller tells so by looking at this.
  if (!same_text(import->type->signature, function->signature)) {
    binding->declared.signature = function->signature;
    result->host = &binding->declared;
  }
  return 1;
}
