//===- capi.h - What the hosts of these tests share -------------------------===//

#ifndef TEST_CAPI_CAPI_H
#define TEST_CAPI_CAPI_H

#include "w2n_wasm.h"

#include <stdio.h>
#include <stdlib.h>

extern const w2n_module w2n_module_app;

// Prints the message of a trap, and deletes it.
static inline void print_trap(const char *what, wasm_trap_t *trap) {
  if (!trap) {
    printf("%s: no trap\n", what);
    return;
  }
  wasm_message_t message;
  wasm_trap_message(trap, &message);
  printf("%s: trap: %s\n", what, message.data);
  wasm_message_t *named = &message;
  wasm_byte_vec_delete(named);
  wasm_trap_delete(trap);
}

// An instance of app, whose module is forgotten at once.
static inline wasm_instance_t *instance_of(wasm_store_t *store, wasm_extern_vec_t *imports) {
  wasm_trap_t *trap;
  wasm_module_t *module = w2n_wasm_module_from(store, &w2n_module_app);
  wasm_instance_t *instance = wasm_instance_new(store, module, imports, &trap);
  wasm_module_delete(module);
  if (instance)
    return instance;
  print_trap("instance", trap);
  exit(1);
}

// Calls a function of i32, at most one of each, and prints what comes back.
static inline void call(const char *what, const wasm_extern_t *object, size_t count, int32_t a,
                        int32_t b) {
  wasm_val_t operands[] = {WASM_I32_VAL(a), WASM_I32_VAL(b)};
  wasm_val_t values[] = {WASM_INIT_VAL};
  const wasm_val_vec_t args = {count, operands};
  wasm_val_vec_t results = WASM_ARRAY_VEC(values);
  const wasm_func_t *func = wasm_extern_as_func_const(object);
  results.size = wasm_func_result_arity(func);
  wasm_trap_t *trap = wasm_func_call(func, &args, &results);
  if (trap)
    print_trap(what, trap);
  else if (results.size)
    printf("%s: %d\n", what, values[0].of.i32);
  else
    printf("%s: done\n", what);
}

#endif // TEST_CAPI_CAPI_H
