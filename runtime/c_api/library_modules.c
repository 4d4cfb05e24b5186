//===- library_modules.c - Modules of wasm.h --------------------------------===//

#include "c_api/objects.h"
#include "platform/os.h"

void w2n_c_code_retain(struct w2n_c_code *code) {
  __atomic_fetch_add(&code->uses, 1, __ATOMIC_RELAXED);
}

void w2n_c_code_release(struct w2n_c_code *code) {
  if (__atomic_sub_fetch(&code->uses, 1, __ATOMIC_ACQ_REL))
    return;
  // A trap that the host has kept may still name its functions; then it stays loaded.
  if (code->path)
    w2n_trap_free(w2n_module_close(code->module));
  free(code->path);
  free(code);
}

static wasm_module_t *new_module(wasm_store_t *store, struct w2n_c_code *code) {
  wasm_module_t *module = w2n_c_new(store, W2N_C_MODULE, sizeof(*module));
  if (!module)
    return 0;
  w2n_c_code_retain(code);
  module->code = code;
  return module;
}

// A module of code that nobody has used so far; without memory it is closed again.
static wasm_module_t *first_module(wasm_store_t *store, const w2n_module *compiled, char *path) {
  struct w2n_c_code *code = w2n_c_allocate(sizeof(*code));
  if (!code) {
    if (path)
      w2n_trap_free(w2n_module_close(compiled));
    free(path);
    return 0;
  }
  *code = (struct w2n_c_code){.module = compiled, .path = path, .uses = 1};
  wasm_module_t *module = new_module(store, code);
  w2n_c_code_release(code);
  return module;
}

static void lock(wasm_engine_t *engine) {
  while (__atomic_test_and_set(&engine->lock, __ATOMIC_ACQUIRE))
    ;
}

static void unlock(wasm_engine_t *engine) { __atomic_clear(&engine->lock, __ATOMIC_RELEASE); }

static int is_name(const char *text, const char *bytes, size_t size) {
  for (size_t i = 0; i < size; ++i)
    if (!text[i] || text[i] != bytes[i])
      return 0;
  return !text[size];
}

static const w2n_module *find_known(wasm_engine_t *engine, const char *name, size_t size) {
  const struct w2n_c_known_module *known = engine->modules;
  while (known && !is_name(known->module->name, name, size))
    known = known->next;
  return known ? known->module : 0;
}

// So that deserialize finds it.
static void remember(wasm_engine_t *engine, const w2n_module *module) {
  struct w2n_c_known_module *known = w2n_c_allocate(sizeof(*known));
  if (!known)
    return;
  lock(engine);
  if (find_known(engine, module->name, w2n_c_length(module->name)) == module) {
    free(known);
  } else {
    *known = (struct w2n_c_known_module){module, engine->modules};
    engine->modules = known;
  }
  unlock(engine);
}

wasm_module_t *w2n_wasm_module_from(wasm_store_t *store, const w2n_module *module) {
  remember(store->engine, module);
  return first_module(store, module, 0);
}

wasm_module_t *w2n_wasm_module_open(wasm_store_t *store, const char *path, wasm_trap_t **trap) {
  const w2n_module *compiled;
  w2n_trap *problem = w2n_module_open(path, 0, &compiled);
  if (problem) {
    if (trap)
      *trap = w2n_c_trap_of(store, problem);
    else
      w2n_trap_free(problem);
    return 0;
  }
  const size_t size = w2n_c_length(path) + 1;
  char *copy = w2n_c_allocate(size);
  if (!copy) {
    w2n_trap_free(w2n_module_close(compiled));
    return 0;
  }
  w2n_c_copy(copy, path, size);
  return first_module(store, compiled, copy);
}

wasm_module_t *wasm_module_new(wasm_store_t *store, const wasm_byte_vec_t *binary) {
  static const char message[] =
      "error: wasm_module_new: there is no compiler in this process; compile the module by "
      "wasm2native and load it by w2n_wasm_module_from or w2n_wasm_module_open\n";
  (void)store, (void)binary;
  w2n_os_write(2, message, sizeof message - 1);
  return 0;
}

bool wasm_module_validate(wasm_store_t *store, const wasm_byte_vec_t *binary) {
  (void)store, (void)binary;
  return false;
}

void wasm_module_imports(const wasm_module_t *module, wasm_importtype_vec_t *out) {
  const w2n_module *compiled = module->code->module;
  wasm_importtype_vec_new_uninitialized(out, compiled->import_count);
  size_t count = 0;
  for (size_t i = 0; i < out->size; ++i) {
    const w2n_import *import = &compiled->imports[i];
    const struct w2n_c_declaration declaration = {import->kind,       import->value_type,
                                                  import->is_mutable, import->type,
                                                  import->minimum,    import->maximum};
    wasm_externtype_t *type = w2n_c_type_of(&declaration);
    if (!type)
      continue;
    wasm_name_t from, name;
    wasm_name_new(&from, import->module_length, import->module);
    wasm_name_new(&name, import->name_length, import->name);
    out->data[count++] = wasm_importtype_new(&from, &name, type);
  }
  out->size = count;
}

void wasm_module_exports(const wasm_module_t *module, wasm_exporttype_vec_t *out) {
  const w2n_module *compiled = module->code->module;
  wasm_exporttype_vec_new_uninitialized(out, compiled->export_count);
  size_t count = 0;
  for (size_t i = 0; i < out->size; ++i) {
    const w2n_export *export = &compiled->exports[i];
    const struct w2n_c_declaration declaration = {export->kind,       export->value_type,
                                                  export->is_mutable, export->type,
                                                  export->minimum,    export->maximum};
    wasm_externtype_t *type = w2n_c_type_of(&declaration);
    if (!type)
      continue;
    wasm_name_t name;
    wasm_name_new(&name, export->name_length, export->name);
    out->data[count++] = wasm_exporttype_new(&name, type);
  }
  out->size = count;
}

// What serialized modules begin with; behind it is a path, or a name.
static const char opened[] = "w2n library ";
static const char linked[] = "w2n module ";
enum { OPENED_SIZE = sizeof opened - 1, LINKED_SIZE = sizeof linked - 1 };

static int begins_with(const wasm_byte_vec_t *bytes, const char *prefix, size_t size) {
  return bytes->size >= size && is_name(prefix, bytes->data, size);
}

void wasm_module_serialize(const wasm_module_t *module, wasm_byte_vec_t *out) {
  const struct w2n_c_code *code = module->code;
  const char *prefix = code->path ? opened : linked;
  const char *name = code->path ? code->path : code->module->name;
  const size_t prefix_size = w2n_c_length(prefix);
  const size_t size = w2n_c_length(name);
  wasm_byte_vec_new_uninitialized(out, prefix_size + size);
  if (!out->data)
    return;
  w2n_c_copy(out->data, prefix, prefix_size);
  w2n_c_copy(out->data + prefix_size, name, size);
}

static wasm_module_t *open_named(wasm_store_t *store, const char *path, size_t size) {
  char *text = w2n_c_allocate(size + 1);
  if (!text)
    return 0;
  w2n_c_copy(text, path, size);
  wasm_module_t *module = w2n_wasm_module_open(store, text, 0);
  free(text);
  return module;
}

wasm_module_t *wasm_module_deserialize(wasm_store_t *store, const wasm_byte_vec_t *bytes) {
  if (begins_with(bytes, opened, OPENED_SIZE))
    return open_named(store, bytes->data + OPENED_SIZE, bytes->size - OPENED_SIZE);
  if (!begins_with(bytes, linked, LINKED_SIZE))
    return 0;
  lock(store->engine);
  const w2n_module *module =
      find_known(store->engine, bytes->data + LINKED_SIZE, bytes->size - LINKED_SIZE);
  unlock(store->engine);
  return module ? first_module(store, module, 0) : 0;
}

// What goes from one thread to another.
struct wasm_shared_module_t {
  struct w2n_c_code *code;
};

wasm_shared_module_t *wasm_module_share(const wasm_module_t *module) {
  wasm_shared_module_t *shared = w2n_c_allocate(sizeof(*shared));
  if (!shared)
    return 0;
  w2n_c_code_retain(module->code);
  shared->code = module->code;
  return shared;
}

wasm_module_t *wasm_module_obtain(wasm_store_t *store, const wasm_shared_module_t *shared) {
  return new_module(store, shared->code);
}

void wasm_shared_module_delete(wasm_shared_module_t *shared) {
  if (!shared)
    return;
  w2n_c_code_release(shared->code);
  free(shared);
}
