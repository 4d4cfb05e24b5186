//===- objects.h - What is behind the types of wasm.h ----------------------===//

#ifndef W2N_C_API_OBJECTS_H
#define W2N_C_API_OBJECTS_H

#include "include/w2n_wasm.h"

#include <stdint.h>

// Of the C library of the host.
void free(void *pointer);

// Zeroed memory of the C library; null where there is none.
void *w2n_c_allocate(size_t size);
void w2n_c_copy(void *to, const void *from, size_t size);
size_t w2n_c_length(const char *text);

// Types.

struct wasm_valtype_t {
  wasm_valkind_t kind;
};

struct wasm_externtype_t {
  wasm_externkind_t kind;
};

struct wasm_functype_t {
  wasm_externtype_t base;
  wasm_valtype_vec_t params;
  wasm_valtype_vec_t results;
};

struct wasm_globaltype_t {
  wasm_externtype_t base;
  wasm_valtype_t *content;
  wasm_mutability_t mutability;
};

struct wasm_tabletype_t {
  wasm_externtype_t base;
  wasm_valtype_t *element;
  wasm_limits_t limits;
};

struct wasm_memorytype_t {
  wasm_externtype_t base;
  wasm_limits_t limits;
};

// The type of what an import or an export of a module declares, or of what is there; null for a
// tag.
struct w2n_c_declaration {
  uint32_t kind;
  uint32_t value_type;
  uint64_t is_mutable;
  const w2n_type *type;
  uint64_t minimum;
  uint64_t maximum;
};
wasm_externtype_t *w2n_c_type_of(const struct w2n_c_declaration *declaration);

// "ii:i" and a functype. The text is allocated; null where a type has no letter.
wasm_functype_t *w2n_c_functype_of(const char *signature);
char *w2n_c_signature_of(const wasm_functype_t *type);
wasm_valkind_t w2n_c_kind_of_letter(char letter);
// W2N_VALUE_* and kinds; 0 for a kind that is none.
wasm_valkind_t w2n_c_kind_of_value_type(uint32_t value_type);
uint32_t w2n_c_value_type_of_kind(wasm_valkind_t kind);

// Objects.

enum w2n_c_kind {
  W2N_C_FUNC,
  W2N_C_GLOBAL,
  W2N_C_TABLE,
  W2N_C_MEMORY,
  W2N_C_INSTANCE,
  W2N_C_MODULE,
  W2N_C_TRAP,
  W2N_C_FOREIGN,
};

// What every object begins with.
struct wasm_ref_t {
  uint32_t kind;
  // How many own it.
  uint32_t owners;
  wasm_store_t *store;
  void *info;
  void (*finalizer)(void *);
  // Whether it lives as long as its store, and then the next that does.
  uint32_t is_kept;
  wasm_ref_t *next_kept;
};

// A function, global, table or memory: one object for each that there is in the store.
struct wasm_extern_t {
  wasm_ref_t ref;
  // Of what function, global, table or memory; null where a function of the host has not been
  // given to a module.
  const void *identity;
  wasm_extern_t *next_in_bucket;
  w2n_extern value;
};

struct wasm_func_t {
  wasm_extern_t base;
  // "operands:results".
  const char *signature;
  // Of a function of the host.
  wasm_func_callback_t callback;
  wasm_func_callback_with_env_t callback_with_env;
  void *env;
  void (*env_finalizer)(void *);
  w2n_host_definition definition;
  char *own_signature;
};

struct wasm_global_t {
  wasm_extern_t base;
};
struct wasm_table_t {
  wasm_extern_t base;
};
struct wasm_memory_t {
  wasm_extern_t base;
};

struct wasm_foreign_t {
  wasm_ref_t ref;
};

// Compiled code, which several modules, stores and threads use.
struct w2n_c_code {
  const w2n_module *module;
  // Where w2n_module_open() got it from; null where the host has it for good.
  char *path;
  // Atomic.
  uint32_t uses;
};
void w2n_c_code_retain(struct w2n_c_code *code);
void w2n_c_code_release(struct w2n_c_code *code);

struct wasm_module_t {
  wasm_ref_t ref;
  struct w2n_c_code *code;
};

struct wasm_instance_t {
  wasm_ref_t ref;
  w2n_instance *instance;
  struct w2n_c_code *code;
  wasm_instance_t *next;
};

struct wasm_trap_t {
  wasm_ref_t ref;
  w2n_trap *trap;
};

// A module that is linked with the host, as the engine knows it by its name.
struct w2n_c_known_module {
  const w2n_module *module;
  struct w2n_c_known_module *next;
};

struct wasm_engine_t {
  // Guards what follows, since stores of several threads have one engine.
  char lock;
  struct w2n_c_known_module *modules;
};

struct wasm_store_t {
  wasm_engine_t *engine;
  w2n_store *store;
  wasm_ref_t *kept;
  wasm_instance_t *instances;
  // Externs by their identity.
  wasm_extern_t **buckets;
  size_t bucket_count;
  size_t extern_count;
};

// An object of so many bytes with one owner; null where there is no memory.
void *w2n_c_new(wasm_store_t *store, uint32_t kind, size_t size);
// Lets it live as long as the store.
void w2n_c_keep(wasm_ref_t *ref);
// The end of a store: calls the finalizers of all that it has kept, and frees that.
void w2n_c_release_kept(wasm_ref_t *kept);
// Gives an extern its identity, by which it is found from now on. 0 where there is no memory.
int w2n_c_identify(wasm_extern_t *object, const void *identity);

// The object for what is in the store already, with one more owner; null for a tag, and where
// there is no memory.
wasm_extern_t *w2n_c_extern_of(wasm_store_t *store, const w2n_extern *value);
wasm_func_t *w2n_c_func_of(wasm_store_t *store, w2n_function *function);
// The function to give to a module that expects this type, or any where it is null; null where
// there is no memory. A host's function is made anew for each type of the same signature.
w2n_function *w2n_c_function_for(wasm_func_t *func, const w2n_type *type);

// A value in a slot. Gives 0 where its kind is not that of the letter.
int w2n_c_to_slot(const wasm_val_t *value, char letter, uint64_t *slot);
// The caller owns the result.
void w2n_c_from_slot(wasm_store_t *store, char letter, uint64_t slot, wasm_val_t *result);
// A reference as an element of a table with elements of this letter; 0 where it may not be one.
int w2n_c_to_element(wasm_ref_t *ref, char letter, void **element);

// Takes over the trap.
wasm_trap_t *w2n_c_trap_of(wasm_store_t *store, w2n_trap *trap);

#endif // W2N_C_API_OBJECTS_H
