//===- library_types.c - The types of wasm.h --------------------------------===//

#include "c_api/objects.h"

wasm_valtype_t *wasm_valtype_new(wasm_valkind_t kind) {
  wasm_valtype_t *type = w2n_c_allocate(sizeof(*type));
  if (type)
    type->kind = kind;
  return type;
}

void wasm_valtype_delete(wasm_valtype_t *type) { free(type); }

wasm_valtype_t *wasm_valtype_copy(const wasm_valtype_t *type) {
  return wasm_valtype_new(type->kind);
}

wasm_valkind_t wasm_valtype_kind(const wasm_valtype_t *type) { return type->kind; }

static void *new_externtype(wasm_externkind_t kind, size_t size) {
  wasm_externtype_t *type = w2n_c_allocate(size);
  if (type)
    type->kind = kind;
  return type;
}

wasm_functype_t *wasm_functype_new(wasm_valtype_vec_t *params, wasm_valtype_vec_t *results) {
  wasm_functype_t *type = new_externtype(WASM_EXTERN_FUNC, sizeof(*type));
  if (!type) {
    wasm_valtype_vec_delete(params);
    wasm_valtype_vec_delete(results);
    return 0;
  }
  type->params = *params;
  type->results = *results;
  return type;
}

const wasm_valtype_vec_t *wasm_functype_params(const wasm_functype_t *type) {
  return &type->params;
}

const wasm_valtype_vec_t *wasm_functype_results(const wasm_functype_t *type) {
  return &type->results;
}

wasm_globaltype_t *wasm_globaltype_new(wasm_valtype_t *content, wasm_mutability_t mutability) {
  wasm_globaltype_t *type = new_externtype(WASM_EXTERN_GLOBAL, sizeof(*type));
  if (!type) {
    wasm_valtype_delete(content);
    return 0;
  }
  type->content = content;
  type->mutability = mutability;
  return type;
}

const wasm_valtype_t *wasm_globaltype_content(const wasm_globaltype_t *type) {
  return type->content;
}

wasm_mutability_t wasm_globaltype_mutability(const wasm_globaltype_t *type) {
  return type->mutability;
}

wasm_tabletype_t *wasm_tabletype_new(wasm_valtype_t *element, const wasm_limits_t *limits) {
  wasm_tabletype_t *type = new_externtype(WASM_EXTERN_TABLE, sizeof(*type));
  if (!type) {
    wasm_valtype_delete(element);
    return 0;
  }
  type->element = element;
  type->limits = *limits;
  return type;
}

const wasm_valtype_t *wasm_tabletype_element(const wasm_tabletype_t *type) { return type->element; }

const wasm_limits_t *wasm_tabletype_limits(const wasm_tabletype_t *type) { return &type->limits; }

wasm_memorytype_t *wasm_memorytype_new(const wasm_limits_t *limits) {
  wasm_memorytype_t *type = new_externtype(WASM_EXTERN_MEMORY, sizeof(*type));
  if (type)
    type->limits = *limits;
  return type;
}

const wasm_limits_t *wasm_memorytype_limits(const wasm_memorytype_t *type) { return &type->limits; }

wasm_externkind_t wasm_externtype_kind(const wasm_externtype_t *type) { return type->kind; }

wasm_externtype_t *wasm_externtype_copy(const wasm_externtype_t *type) {
  wasm_valtype_vec_t params, results;
  switch (type->kind) {
  case WASM_EXTERN_FUNC:
    wasm_valtype_vec_copy(&params, &((const wasm_functype_t *)type)->params);
    wasm_valtype_vec_copy(&results, &((const wasm_functype_t *)type)->results);
    return (wasm_externtype_t *)wasm_functype_new(&params, &results);
  case WASM_EXTERN_GLOBAL: {
    const wasm_globaltype_t *global = (const wasm_globaltype_t *)type;
    return (wasm_externtype_t *)wasm_globaltype_new(wasm_valtype_copy(global->content),
                                                    global->mutability);
  }
  case WASM_EXTERN_TABLE: {
    const wasm_tabletype_t *table = (const wasm_tabletype_t *)type;
    return (wasm_externtype_t *)wasm_tabletype_new(wasm_valtype_copy(table->element),
                                                   &table->limits);
  }
  default:
    return (wasm_externtype_t *)wasm_memorytype_new(&((const wasm_memorytype_t *)type)->limits);
  }
}

void wasm_externtype_delete(wasm_externtype_t *type) {
  if (!type)
    return;
  switch (type->kind) {
  case WASM_EXTERN_FUNC:
    wasm_valtype_vec_delete(&((wasm_functype_t *)type)->params);
    wasm_valtype_vec_delete(&((wasm_functype_t *)type)->results);
    break;
  case WASM_EXTERN_GLOBAL:
    wasm_valtype_delete(((wasm_globaltype_t *)type)->content);
    break;
  case WASM_EXTERN_TABLE:
    wasm_valtype_delete(((wasm_tabletype_t *)type)->element);
    break;
  default:
    break;
  }
  free(type);
}

#define DEFINE_EXTERNTYPE(NAME, KIND)                                                              \
  void wasm_##NAME##_delete(wasm_##NAME##_t *type) {                                               \
    wasm_externtype_delete((wasm_externtype_t *)type);                                             \
  }                                                                                                \
  wasm_##NAME##_t *wasm_##NAME##_copy(const wasm_##NAME##_t *type) {                               \
    return (wasm_##NAME##_t *)wasm_externtype_copy(&type->base);                                   \
  }                                                                                                \
  wasm_externtype_t *wasm_##NAME##_as_externtype(wasm_##NAME##_t *type) { return &type->base; }    \
  const wasm_externtype_t *wasm_##NAME##_as_externtype_const(const wasm_##NAME##_t *type) {        \
    return &type->base;                                                                            \
  }                                                                                                \
  wasm_##NAME##_t *wasm_externtype_as_##NAME(wasm_externtype_t *type) {                            \
    return type->kind == KIND ? (wasm_##NAME##_t *)type : 0;                                       \
  }                                                                                                \
  const wasm_##NAME##_t *wasm_externtype_as_##NAME##_const(const wasm_externtype_t *type) {        \
    return type->kind == KIND ? (const wasm_##NAME##_t *)type : 0;                                 \
  }
DEFINE_EXTERNTYPE(functype, WASM_EXTERN_FUNC)
DEFINE_EXTERNTYPE(globaltype, WASM_EXTERN_GLOBAL)
DEFINE_EXTERNTYPE(tabletype, WASM_EXTERN_TABLE)
DEFINE_EXTERNTYPE(memorytype, WASM_EXTERN_MEMORY)
