//===- library_values.c - Values of wasm.h and of compiled code -------------===//

#include "c_api/objects.h"

void wasm_val_delete(wasm_val_t *value) {
  if (!wasm_valkind_is_ref(value->kind))
    return;
  wasm_ref_delete(value->of.ref);
  value->of.ref = 0;
}

void wasm_val_copy(wasm_val_t *out, const wasm_val_t *value) {
  *out = *value;
  if (wasm_valkind_is_ref(value->kind))
    out->of.ref = wasm_ref_copy(value->of.ref);
}

int w2n_c_to_element(wasm_ref_t *ref, char letter, void **element) {
  *element = 0;
  if (letter != 'e' && letter != 'r')
    return 0;
  if (!ref)
    return 1;
  if (letter == 'e') {
    // Compiled code may hold it from now on.
    w2n_c_keep(ref);
    *element = ref;
    return 1;
  }
  wasm_func_t *func = wasm_ref_as_func(ref);
  *element = func ? w2n_c_function_for(func, 0) : 0;
  return *element != 0;
}

int w2n_c_to_slot(const wasm_val_t *value, char letter, uint64_t *slot) {
  if (wasm_valkind_is_ref(value->kind)) {
    void *element;
    if (!w2n_c_to_element(value->of.ref, letter, &element))
      return 0;
    *slot = (uintptr_t)element;
    return 1;
  }
  if (value->kind != w2n_c_kind_of_letter(letter))
    return 0;
  *slot = letter == 'i' || letter == 'f' ? (uint32_t)value->of.i32 : (uint64_t)value->of.i64;
  return 1;
}

void w2n_c_from_slot(wasm_store_t *store, char letter, uint64_t slot, wasm_val_t *result) {
  result->kind = w2n_c_kind_of_letter(letter);
  wasm_func_t *func = 0;
  switch (letter) {
  case 'e':
    result->of.ref = wasm_ref_copy((wasm_ref_t *)(uintptr_t)slot);
    break;
  case 'r':
    if (slot)
      func = w2n_c_func_of(store, (w2n_function *)(uintptr_t)slot);
    result->of.ref = (wasm_ref_t *)func;
    break;
  default:
    result->of.i64 = (int64_t)slot;
    break;
  }
}
