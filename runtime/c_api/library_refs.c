//===- library_refs.c - References, and how long things live ----------------===//

#include "c_api/objects.h"

void *w2n_c_new(wasm_store_t *store, uint32_t kind, size_t size) {
  wasm_ref_t *ref = w2n_c_allocate(size);
  if (!ref)
    return 0;
  ref->kind = kind;
  ref->owners = 1;
  ref->store = store;
  return ref;
}

void w2n_c_keep(wasm_ref_t *ref) {
  if (ref->is_kept)
    return;
  ref->is_kept = 1;
  ref->next_kept = ref->store->kept;
  ref->store->kept = ref;
}

static void finalize(wasm_ref_t *ref) {
  if (ref->finalizer)
    ref->finalizer(ref->info);
  wasm_func_t *func = (wasm_func_t *)ref;
  if (ref->kind == W2N_C_FUNC && func->env_finalizer)
    func->env_finalizer(func->env);
}

static void release(wasm_ref_t *ref) {
  switch (ref->kind) {
  case W2N_C_FUNC:
    free(((wasm_func_t *)ref)->own_signature);
    break;
  case W2N_C_INSTANCE:
    w2n_c_code_release(((wasm_instance_t *)ref)->code);
    break;
  case W2N_C_MODULE:
    w2n_c_code_release(((wasm_module_t *)ref)->code);
    break;
  case W2N_C_TRAP:
    w2n_trap_free(((wasm_trap_t *)ref)->trap);
    break;
  default:
    break;
  }
  free(ref);
}

void w2n_c_release_kept(wasm_ref_t *kept) {
  // A finalizer may still use the others.
  for (wasm_ref_t *ref = kept; ref; ref = ref->next_kept)
    finalize(ref);
  while (kept) {
    wasm_ref_t *next = kept->next_kept;
    release(kept);
    kept = next;
  }
}

void wasm_ref_delete(wasm_ref_t *ref) {
  if (!ref || --ref->owners || ref->is_kept)
    return;
  finalize(ref);
  release(ref);
}

wasm_ref_t *wasm_ref_copy(const wasm_ref_t *ref) {
  wasm_ref_t *owned = (wasm_ref_t *)ref;
  if (owned)
    ++owned->owners;
  return owned;
}

bool wasm_ref_same(const wasm_ref_t *a, const wasm_ref_t *b) { return a == b; }

void *wasm_ref_get_host_info(const wasm_ref_t *ref) { return ref->info; }

void wasm_ref_set_host_info(wasm_ref_t *ref, void *info) {
  wasm_ref_set_host_info_with_finalizer(ref, info, 0);
}

void wasm_ref_set_host_info_with_finalizer(wasm_ref_t *ref, void *info, void (*finalizer)(void *)) {
  ref->info = info;
  ref->finalizer = finalizer;
}

static int is_extern(const wasm_ref_t *ref) { return ref->kind <= W2N_C_MEMORY; }
static int is_func(const wasm_ref_t *ref) { return ref->kind == W2N_C_FUNC; }
static int is_global(const wasm_ref_t *ref) { return ref->kind == W2N_C_GLOBAL; }
static int is_table(const wasm_ref_t *ref) { return ref->kind == W2N_C_TABLE; }
static int is_memory(const wasm_ref_t *ref) { return ref->kind == W2N_C_MEMORY; }
static int is_instance(const wasm_ref_t *ref) { return ref->kind == W2N_C_INSTANCE; }
static int is_module(const wasm_ref_t *ref) { return ref->kind == W2N_C_MODULE; }
static int is_trap(const wasm_ref_t *ref) { return ref->kind == W2N_C_TRAP; }
static int is_foreign(const wasm_ref_t *ref) { return ref->kind == W2N_C_FOREIGN; }

// Each begins with its base, so that the one is at the address of the other.
#define DEFINE_CASTS(NAME, BASE)                                                                   \
  wasm_##BASE##_t *wasm_##NAME##_as_##BASE(wasm_##NAME##_t *object) {                              \
    return (wasm_##BASE##_t *)object;                                                              \
  }                                                                                                \
  const wasm_##BASE##_t *wasm_##NAME##_as_##BASE##_const(const wasm_##NAME##_t *object) {          \
    return (const wasm_##BASE##_t *)object;                                                        \
  }                                                                                                \
  wasm_##NAME##_t *wasm_##BASE##_as_##NAME(wasm_##BASE##_t *base) {                                \
    return base && is_##NAME((const wasm_ref_t *)base) ? (wasm_##NAME##_t *)base : 0;              \
  }                                                                                                \
  const wasm_##NAME##_t *wasm_##BASE##_as_##NAME##_const(const wasm_##BASE##_t *base) {            \
    return base && is_##NAME((const wasm_ref_t *)base) ? (const wasm_##NAME##_t *)base : 0;        \
  }

#define DEFINE_REF(NAME)                                                                           \
  void wasm_##NAME##_delete(wasm_##NAME##_t *object) { wasm_ref_delete((wasm_ref_t *)object); }    \
  wasm_##NAME##_t *wasm_##NAME##_copy(const wasm_##NAME##_t *object) {                             \
    return (wasm_##NAME##_t *)wasm_ref_copy((const wasm_ref_t *)object);                           \
  }                                                                                                \
  bool wasm_##NAME##_same(const wasm_##NAME##_t *a, const wasm_##NAME##_t *b) { return a == b; }   \
  void *wasm_##NAME##_get_host_info(const wasm_##NAME##_t *object) {                               \
    return wasm_ref_get_host_info((const wasm_ref_t *)object);                                     \
  }                                                                                                \
  void wasm_##NAME##_set_host_info(wasm_##NAME##_t *object, void *info) {                          \
    wasm_ref_set_host_info((wasm_ref_t *)object, info);                                            \
  }                                                                                                \
  void wasm_##NAME##_set_host_info_with_finalizer(wasm_##NAME##_t *object, void *info,             \
                                                  void (*finalizer)(void *)) {                     \
    wasm_ref_set_host_info_with_finalizer((wasm_ref_t *)object, info, finalizer);                  \
  }                                                                                                \
  DEFINE_CASTS(NAME, ref)

DEFINE_REF(extern)
DEFINE_REF(func)
DEFINE_REF(global)
DEFINE_REF(table)
DEFINE_REF(memory)
DEFINE_REF(instance)
DEFINE_REF(module)
DEFINE_REF(trap)
DEFINE_REF(foreign)
DEFINE_CASTS(func, extern)
DEFINE_CASTS(global, extern)
DEFINE_CASTS(table, extern)
DEFINE_CASTS(memory, extern)

wasm_foreign_t *wasm_foreign_new(wasm_store_t *store) {
  return w2n_c_new(store, W2N_C_FOREIGN, sizeof(wasm_foreign_t));
}
