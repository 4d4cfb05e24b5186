//===- library_funcs.c - Functions of wasm.h --------------------------------===//

#include "c_api/objects.h"
#include "placement/library.h"

// Operands and results of calls with fewer need no memory of the C library.
enum { FEW = 16 };

// The values of a call: operands, or results.
struct values {
  wasm_val_vec_t vec;
  wasm_val_t few[FEW];
};

static int allocate(struct values *values, size_t count) {
  values->vec.size = count;
  values->vec.data = count <= FEW ? values->few : w2n_c_allocate(count * sizeof(wasm_val_t));
  for (size_t i = 0; values->vec.data && i < count; ++i)
    values->vec.data[i] = (wasm_val_t)WASM_INIT_VAL;
  return values->vec.data != 0;
}

static void release(struct values *values) {
  for (size_t i = 0; values->vec.data && i < values->vec.size; ++i)
    wasm_val_delete(&values->vec.data[i]);
  if (values->vec.data != values->few)
    free(values->vec.data);
}

static size_t param_count(const char *signature) {
  size_t count = 0;
  while (signature[count] != ':')
    ++count;
  return count;
}

static size_t result_count(const char *signature) {
  return w2n_c_length(signature) - param_count(signature) - 1;
}

// Takes over a trap of the host.
static w2n_trap *taken(wasm_trap_t *trap) {
  w2n_trap *result;
  if (trap->ref.owners == 1) {
    result = trap->trap;
    trap->trap = 0;
  } else {
    result = w2n_trap_new(w2n_trap_message(trap->trap));
  }
  wasm_trap_delete(trap);
  return result;
}

static w2n_trap *call_with(wasm_func_t *func, uint64_t *slots, struct values *args,
                           struct values *results) {
  const char *letters = func->signature;
  for (size_t i = 0; i < args->vec.size; ++i)
    w2n_c_from_slot(func->base.ref.store, letters[i], slots[i], &args->vec.data[i]);
  wasm_trap_t *trap = func->callback
                          ? func->callback(&args->vec, &results->vec)
                          : func->callback_with_env(func->env, &args->vec, &results->vec);
  if (trap)
    return taken(trap);
  letters += args->vec.size + 1;
  for (size_t i = 0; i < results->vec.size; ++i)
    if (!w2n_c_to_slot(&results->vec.data[i], letters[i], &slots[i]))
      return w2n_trap_new("a function of the host gave a result of another type");
  return 0;
}

// What a host's function is to compiled code.
static w2n_trap *call_host(void *data, uint64_t *slots) {
  wasm_func_t *func = data;
  struct values args, results;
  w2n_trap *trap;
  const int has_args = allocate(&args, param_count(func->signature));
  const int has_results = allocate(&results, result_count(func->signature));
  if (has_args && has_results)
    trap = call_with(func, slots, &args, &results);
  else
    trap = w2n_trap_new("the system has no memory for a call");
  release(&args);
  release(&results);
  return trap;
}

static wasm_func_t *new_func(wasm_store_t *store, const wasm_functype_t *type) {
  wasm_func_t *func = w2n_c_new(store, W2N_C_FUNC, sizeof(*func));
  char *signature = w2n_c_signature_of(type);
  if (!func || !signature) {
    free(func);
    free(signature);
    return 0;
  }
  func->signature = func->own_signature = signature;
  func->base.value.kind = W2N_EXTERN_FUNCTION;
  func->definition = (w2n_host_definition){signature, call_host, func};
  w2n_c_keep(&func->base.ref);
  return func;
}

wasm_func_t *wasm_func_new(wasm_store_t *store, const wasm_functype_t *type,
                           wasm_func_callback_t callback) {
  wasm_func_t *func = new_func(store, type);
  if (func)
    func->callback = callback;
  return func;
}

wasm_func_t *wasm_func_new_with_env(wasm_store_t *store, const wasm_functype_t *type,
                                    wasm_func_callback_with_env_t callback, void *env,
                                    void (*finalizer)(void *)) {
  wasm_func_t *func = new_func(store, type);
  if (!func)
    return 0;
  func->callback_with_env = callback;
  func->env = env;
  func->env_finalizer = finalizer;
  return func;
}

static int same_text(const char *a, const char *b) {
  while (*a && *a == *b)
    ++a, ++b;
  return *a == *b;
}

// A type of a signature that a module of the store has; null where none has.
static const w2n_type *type_of_modules(const wasm_store_t *store, const char *signature) {
  for (const wasm_instance_t *instance = store->instances; instance; instance = instance->next) {
    const w2n_module *module = instance->code->module;
    for (uint64_t i = 0; i < module->function_count; ++i)
      if (same_text(module->functions[i].type->signature, signature))
        return module->functions[i].type;
    for (uint64_t i = 0; i < module->import_count; ++i)
      if (module->imports[i].kind == W2N_EXTERN_FUNCTION &&
          same_text(module->imports[i].type->signature, signature))
        return module->imports[i].type;
  }
  return 0;
}

static void call_by_array(const void *code, void *instance, uint64_t *values) {
  (void)code;
  const w2n_host_function *function = instance;
  function->callback(function->data, values);
}

// A type that no module has: only the host can call a function of it.
static const w2n_type *type_of_host(wasm_store_t *store, const char *signature) {
  w2n_type *type = w2n_store_allocate(store->store, sizeof(*type));
  if (!type)
    return 0;
  type->hash_low = (uintptr_t)type;
  type->signature = signature;
  type->array_call = call_by_array;
  return type;
}

w2n_function *w2n_c_function_for(wasm_func_t *func, const w2n_type *type) {
  w2n_function *known = (w2n_function *)func->base.identity;
  if (known && (!func->own_signature || !type || w2n_type_equal(known->type, type)))
    return known;
  wasm_store_t *store = func->base.ref.store;
  if (!type)
    type = type_of_modules(store, func->signature);
  if (!type)
    type = type_of_host(store, func->signature);
  w2n_function *function = type ? w2n_host_function_new(store->store, type, &func->definition) : 0;
  if (!function || !w2n_c_identify(&func->base, function))
    return 0;
  func->base.value.object.function = function;
  return function;
}

wasm_functype_t *wasm_func_type(const wasm_func_t *func) {
  return w2n_c_functype_of(func->signature);
}

size_t wasm_func_param_arity(const wasm_func_t *func) { return param_count(func->signature); }

size_t wasm_func_result_arity(const wasm_func_t *func) { return result_count(func->signature); }

static w2n_trap *call(wasm_func_t *func, const wasm_val_vec_t *args, wasm_val_vec_t *results,
                      uint64_t *slots) {
  const size_t params = param_count(func->signature);
  if ((args ? args->size : 0) != params)
    return w2n_trap_new("a call with another number of arguments than the function has");
  for (const char *letter = func->signature; *letter; ++letter)
    if (*letter != ':' && w2n_c_kind_of_letter(*letter) == W2N_WASM_UNREPRESENTED)
      return w2n_trap_new("a call of a function with values that wasm.h has no kind for");
  for (size_t i = 0; i < params; ++i)
    if (!w2n_c_to_slot(&args->data[i], func->signature[i], &slots[i]))
      return w2n_trap_new("a call with an argument of another type");
  wasm_store_t *store = func->base.ref.store;
  w2n_function *function = w2n_c_function_for(func, 0);
  if (!function)
    return w2n_trap_new("the system has no memory for a call");
  w2n_trap *trap = w2n_call(store->store, function, slots);
  const char *letters = func->signature + params + 1;
  for (size_t i = 0; !trap && results && letters[i] && i < results->size; ++i)
    w2n_c_from_slot(store, letters[i], slots[i], &results->data[i]);
  return trap;
}

wasm_trap_t *wasm_func_call(const wasm_func_t *func, const wasm_val_vec_t *args,
                            wasm_val_vec_t *results) {
  // A slot for each value, two for a vector.
  const size_t count = 2 * w2n_c_length(func->signature);
  uint64_t few[2 * FEW];
  uint64_t *slots = count <= 2 * FEW ? few : w2n_c_allocate(count * sizeof(*slots));
  wasm_func_t *called = (wasm_func_t *)func;
  w2n_trap *trap = slots ? call(called, args, results, slots)
                         : w2n_trap_new("the system has no memory for a call");
  if (slots != few)
    free(slots);
  return trap ? w2n_c_trap_of(func->base.ref.store, trap) : 0;
}
