//===- library_store.c - Engines and stores of wasm.h -----------------------===//

#include "c_api/objects.h"

struct wasm_config_t {
  char nothing;
};

wasm_config_t *wasm_config_new(void) { return w2n_c_allocate(sizeof(wasm_config_t)); }

void wasm_config_delete(wasm_config_t *config) { free(config); }

wasm_engine_t *wasm_engine_new(void) { return w2n_c_allocate(sizeof(wasm_engine_t)); }

wasm_engine_t *wasm_engine_new_with_config(wasm_config_t *config) {
  wasm_config_delete(config);
  return wasm_engine_new();
}

void wasm_engine_delete(wasm_engine_t *engine) {
  if (!engine)
    return;
  while (engine->modules) {
    struct w2n_c_known_module *next = engine->modules->next;
    free(engine->modules);
    engine->modules = next;
  }
  free(engine);
}

wasm_store_t *wasm_store_new(wasm_engine_t *engine) {
  wasm_store_t *store = w2n_c_allocate(sizeof(*store));
  if (!store)
    return 0;
  store->engine = engine;
  store->store = w2n_store_new();
  if (store->store)
    return store;
  free(store);
  return 0;
}

void wasm_store_delete(wasm_store_t *store) {
  if (!store)
    return;
  // First what refers to code that may be unloaded then.
  w2n_store_delete(store->store);
  w2n_c_release_kept(store->kept);
  free(store->buckets);
  free(store);
}

w2n_store *w2n_wasm_store(wasm_store_t *store) { return store->store; }

static wasm_extern_t **bucket_of(wasm_store_t *store, const void *identity) {
  // Objects are aligned to 8 at least.
  return &store->buckets[((uintptr_t)identity >> 3) * UINT64_C(0x9E3779B97F4A7C15) >> 32 &
                         (store->bucket_count - 1)];
}

static void put(wasm_store_t *store, wasm_extern_t *object) {
  wasm_extern_t **bucket = bucket_of(store, object->identity);
  object->next_in_bucket = *bucket;
  *bucket = object;
}

// Twice as many buckets, which stays a power of two. Without memory the lists become longer.
static int grow(wasm_store_t *store) {
  const size_t old_count = store->bucket_count;
  wasm_extern_t **old = store->buckets;
  const size_t count = old_count ? 2 * old_count : 64;
  wasm_extern_t **buckets = w2n_c_allocate(count * sizeof(*buckets));
  if (!buckets)
    return old != 0;
  store->buckets = buckets;
  store->bucket_count = count;
  for (size_t i = 0; i < old_count; ++i)
    while (old[i]) {
      wasm_extern_t *object = old[i];
      old[i] = object->next_in_bucket;
      put(store, object);
    }
  free(old);
  return 1;
}

// Takes it out of the list that it is in.
static void forget(wasm_store_t *store, wasm_extern_t *object) {
  wasm_extern_t **link = bucket_of(store, object->identity);
  while (*link != object)
    link = &(*link)->next_in_bucket;
  *link = object->next_in_bucket;
  --store->extern_count;
}

int w2n_c_identify(wasm_extern_t *object, const void *identity) {
  wasm_store_t *store = object->ref.store;
  if (store->extern_count >= store->bucket_count && !grow(store))
    return 0;
  if (object->identity)
    forget(store, object);
  object->identity = identity;
  put(store, object);
  ++store->extern_count;
  return 1;
}

static wasm_extern_t *find(wasm_store_t *store, const void *identity) {
  wasm_extern_t *object = store->bucket_count ? *bucket_of(store, identity) : 0;
  while (object && object->identity != identity)
    object = object->next_in_bucket;
  return object;
}

wasm_extern_t *w2n_c_extern_of(wasm_store_t *store, const w2n_extern *value) {
  static const struct {
    uint32_t kind;
    size_t size;
  } kinds[] = {
      [W2N_EXTERN_FUNCTION] = {W2N_C_FUNC, sizeof(wasm_func_t)},
      [W2N_EXTERN_TABLE] = {W2N_C_TABLE, sizeof(wasm_table_t)},
      [W2N_EXTERN_MEMORY] = {W2N_C_MEMORY, sizeof(wasm_memory_t)},
      [W2N_EXTERN_GLOBAL] = {W2N_C_GLOBAL, sizeof(wasm_global_t)},
  };
  if (value->kind >= sizeof(kinds) / sizeof(kinds[0]))
    return 0;
  // The members of the union are all pointers.
  const void *identity = value->object.function;
  wasm_extern_t *object = find(store, identity);
  if (object)
    return wasm_extern_copy(object);
  object = w2n_c_new(store, kinds[value->kind].kind, kinds[value->kind].size);
  if (!object)
    return 0;
  if (!w2n_c_identify(object, identity)) {
    free(object);
    return 0;
  }
  object->value = *value;
  if (value->kind == W2N_EXTERN_FUNCTION)
    ((wasm_func_t *)object)->signature = value->object.function->type->signature;
  w2n_c_keep(&object->ref);
  return object;
}

wasm_func_t *w2n_c_func_of(wasm_store_t *store, w2n_function *function) {
  const w2n_extern value = {.kind = W2N_EXTERN_FUNCTION, .object.function = function};
  return (wasm_func_t *)w2n_c_extern_of(store, &value);
}
