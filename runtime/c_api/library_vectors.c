//===- library_vectors.c - The vectors of wasm.h ----------------------------===//

#include "c_api/objects.h"

void *calloc(size_t count, size_t size);

void *w2n_c_allocate(size_t size) { return calloc(1, size); }

void w2n_c_copy(void *to, const void *from, size_t size) {
  for (size_t i = 0; i < size; ++i)
    ((char *)to)[i] = ((const char *)from)[i];
}

size_t w2n_c_length(const char *text) {
  size_t length = 0;
  while (text[length])
    ++length;
  return length;
}

// Vectors of which COPY(out, in) copies an element and DELETE(element) deletes one.
#define DEFINE_VEC(NAME, POINTER, COPY, DELETE)                                                    \
  void wasm_##NAME##_vec_new_empty(wasm_##NAME##_vec_t *out) {                                     \
    out->size = 0;                                                                                 \
    out->data = 0;                                                                                 \
  }                                                                                                \
  void wasm_##NAME##_vec_new_uninitialized(wasm_##NAME##_vec_t *out, size_t size) {                \
    out->data = size ? calloc(size, sizeof(*out->data)) : 0;                                       \
    out->size = out->data ? size : 0;                                                              \
  }                                                                                                \
  void wasm_##NAME##_vec_new(wasm_##NAME##_vec_t *out, size_t size,                                \
                             wasm_##NAME##_t POINTER const data[]) {                               \
    wasm_##NAME##_vec_new_uninitialized(out, size);                                                \
    w2n_c_copy(out->data, data, out->size * sizeof(*data));                                        \
  }                                                                                                \
  void wasm_##NAME##_vec_copy(wasm_##NAME##_vec_t *out, const wasm_##NAME##_vec_t *vec) {          \
    wasm_##NAME##_vec_new_uninitialized(out, vec->size);                                           \
    for (size_t i = 0; i < out->size; ++i)                                                         \
      COPY(&out->data[i], &vec->data[i]);                                                          \
  }                                                                                                \
  void wasm_##NAME##_vec_delete(wasm_##NAME##_vec_t *vec) {                                        \
    for (size_t i = 0; i < vec->size; ++i)                                                         \
      DELETE(&vec->data[i]);                                                                       \
    free(vec->data);                                                                               \
    wasm_##NAME##_vec_new_empty(vec);                                                              \
  }

#define COPY_PLAIN(OUT, IN) (*(OUT) = *(IN))
#define DELETE_PLAIN(ELEMENT) (void)(ELEMENT)
DEFINE_VEC(byte, , COPY_PLAIN, DELETE_PLAIN)
DEFINE_VEC(val, , wasm_val_copy, wasm_val_delete)

// Elements of vectors that are not filled are null.
#define DEFINE_POINTER_VEC(NAME)                                                                   \
  static void copy_##NAME(wasm_##NAME##_t **out, wasm_##NAME##_t *const *in) {                     \
    *out = *in ? wasm_##NAME##_copy(*in) : 0;                                                      \
  }                                                                                                \
  static void delete_##NAME(wasm_##NAME##_t **element) { wasm_##NAME##_delete(*element); }         \
  DEFINE_VEC(NAME, *, copy_##NAME, delete_##NAME)
DEFINE_POINTER_VEC(valtype)
DEFINE_POINTER_VEC(functype)
DEFINE_POINTER_VEC(globaltype)
DEFINE_POINTER_VEC(tabletype)
DEFINE_POINTER_VEC(memorytype)
DEFINE_POINTER_VEC(externtype)
DEFINE_POINTER_VEC(importtype)
DEFINE_POINTER_VEC(exporttype)
DEFINE_POINTER_VEC(frame)
DEFINE_POINTER_VEC(extern)

void wasm_name_new_from_string(wasm_name_t *out, const char *text) {
  wasm_name_new(out, w2n_c_length(text), text);
}

void wasm_name_new_from_string_nt(wasm_name_t *out, const char *text) {
  wasm_name_new(out, w2n_c_length(text) + 1, text);
}
