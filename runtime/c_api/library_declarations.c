//===- library_declarations.c - Types of compiled code, for wasm.h ----------===//

#include "c_api/objects.h"

static const struct {
  char letter;
  wasm_valkind_t kind;
  uint32_t value_type;
} kinds[] = {
    {'i', WASM_I32, W2N_VALUE_I32},         {'I', WASM_I64, W2N_VALUE_I64},
    {'f', WASM_F32, W2N_VALUE_F32},         {'F', WASM_F64, W2N_VALUE_F64},
    {'r', WASM_FUNCREF, W2N_VALUE_FUNCREF}, {'e', WASM_EXTERNREF, W2N_VALUE_EXTERNREF},
};
#define KIND_COUNT (sizeof(kinds) / sizeof(kinds[0]))

wasm_valkind_t w2n_c_kind_of_letter(char letter) {
  for (size_t i = 0; i < KIND_COUNT; ++i)
    if (kinds[i].letter == letter)
      return kinds[i].kind;
  return W2N_WASM_UNREPRESENTED;
}

wasm_valkind_t w2n_c_kind_of_value_type(uint32_t value_type) {
  value_type &= ~(uint32_t)W2N_VALUE_NON_NULL;
  if (value_type == W2N_VALUE_DEFINED)
    return WASM_FUNCREF;
  for (size_t i = 0; i < KIND_COUNT; ++i)
    if (kinds[i].value_type == value_type)
      return kinds[i].kind;
  return W2N_WASM_UNREPRESENTED;
}

uint32_t w2n_c_value_type_of_kind(wasm_valkind_t kind) {
  for (size_t i = 0; i < KIND_COUNT; ++i)
    if (kinds[i].kind == kind)
      return kinds[i].value_type;
  return 0;
}

static void types_of(const char *letters, size_t count, wasm_valtype_vec_t *result) {
  wasm_valtype_vec_new_uninitialized(result, count);
  for (size_t i = 0; i < result->size; ++i)
    result->data[i] = wasm_valtype_new(w2n_c_kind_of_letter(letters[i]));
}

wasm_functype_t *w2n_c_functype_of(const char *signature) {
  wasm_valtype_vec_t params, results;
  size_t separator = 0;
  while (signature[separator] != ':')
    ++separator;
  types_of(signature, separator, &params);
  types_of(signature + separator + 1, w2n_c_length(signature + separator + 1), &results);
  return wasm_functype_new(&params, &results);
}

// Gives the place behind the letters, or null.
static char *put_letters(char *text, const wasm_valtype_vec_t *types) {
  for (size_t i = 0; text && i < types->size; ++i) {
    char letter = 0;
    for (size_t k = 0; k < KIND_COUNT; ++k)
      if (kinds[k].kind == types->data[i]->kind)
        letter = kinds[k].letter;
    *text = letter;
    text = letter ? text + 1 : 0;
  }
  return text;
}

char *w2n_c_signature_of(const wasm_functype_t *type) {
  char *text = w2n_c_allocate(type->params.size + type->results.size + 2);
  char *end = text ? put_letters(text, &type->params) : 0;
  if (end)
    *end++ = ':';
  if (end && put_letters(end, &type->results))
    return text;
  free(text);
  return 0;
}

static uint32_t limit_of(uint64_t value) {
  return value < wasm_limits_max_default ? (uint32_t)value : wasm_limits_max_default;
}

wasm_externtype_t *w2n_c_type_of(const struct w2n_c_declaration *declaration) {
  const wasm_limits_t limits = {limit_of(declaration->minimum), limit_of(declaration->maximum)};
  wasm_valtype_t *content;
  switch (declaration->kind) {
  case W2N_EXTERN_FUNCTION:
    return (wasm_externtype_t *)w2n_c_functype_of(declaration->type->signature);
  case W2N_EXTERN_GLOBAL:
    content = wasm_valtype_new(w2n_c_kind_of_value_type(declaration->value_type));
    return (wasm_externtype_t *)wasm_globaltype_new(content, declaration->is_mutable ? WASM_VAR
                                                                                     : WASM_CONST);
  case W2N_EXTERN_TABLE:
    content = wasm_valtype_new(w2n_c_kind_of_value_type(declaration->value_type));
    return (wasm_externtype_t *)wasm_tabletype_new(content, &limits);
  case W2N_EXTERN_MEMORY:
    return (wasm_externtype_t *)wasm_memorytype_new(&limits);
  default:
    return 0;
  }
}
