//===- library_named_types.c - Types of imports and exports -----------------===//

#include "c_api/objects.h"

struct wasm_importtype_t {
  wasm_name_t module;
  wasm_name_t name;
  wasm_externtype_t *type;
};

struct wasm_exporttype_t {
  wasm_name_t name;
  wasm_externtype_t *type;
};

wasm_importtype_t *wasm_importtype_new(wasm_name_t *module, wasm_name_t *name,
                                       wasm_externtype_t *type) {
  wasm_importtype_t *result = w2n_c_allocate(sizeof(*result));
  if (!result) {
    wasm_name_delete(module);
    wasm_name_delete(name);
    wasm_externtype_delete(type);
    return 0;
  }
  *result = (wasm_importtype_t){*module, *name, type};
  return result;
}

void wasm_importtype_delete(wasm_importtype_t *type) {
  if (!type)
    return;
  wasm_name_delete(&type->module);
  wasm_name_delete(&type->name);
  wasm_externtype_delete(type->type);
  free(type);
}

wasm_importtype_t *wasm_importtype_copy(const wasm_importtype_t *type) {
  wasm_name_t module, name;
  wasm_name_copy(&module, &type->module);
  wasm_name_copy(&name, &type->name);
  return wasm_importtype_new(&module, &name, wasm_externtype_copy(type->type));
}

const wasm_name_t *wasm_importtype_module(const wasm_importtype_t *type) { return &type->module; }
const wasm_name_t *wasm_importtype_name(const wasm_importtype_t *type) { return &type->name; }
const wasm_externtype_t *wasm_importtype_type(const wasm_importtype_t *type) { return type->type; }

wasm_exporttype_t *wasm_exporttype_new(wasm_name_t *name, wasm_externtype_t *type) {
  wasm_exporttype_t *result = w2n_c_allocate(sizeof(*result));
  if (!result) {
    wasm_name_delete(name);
    wasm_externtype_delete(type);
    return 0;
  }
  *result = (wasm_exporttype_t){*name, type};
  return result;
}

void wasm_exporttype_delete(wasm_exporttype_t *type) {
  if (!type)
    return;
  wasm_name_delete(&type->name);
  wasm_externtype_delete(type->type);
  free(type);
}

wasm_exporttype_t *wasm_exporttype_copy(const wasm_exporttype_t *type) {
  wasm_name_t name;
  wasm_name_copy(&name, &type->name);
  return wasm_exporttype_new(&name, wasm_externtype_copy(type->type));
}

const wasm_name_t *wasm_exporttype_name(const wasm_exporttype_t *type) { return &type->name; }
const wasm_externtype_t *wasm_exporttype_type(const wasm_exporttype_t *type) { return type->type; }
