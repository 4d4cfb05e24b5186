//===- wasm.h - The standard C API of WebAssembly --------------------------===//
//
// The names and types of WebAssembly/wasm-c-api, for modules that wasm2native has compiled. What
// differs from an engine is in docs/wasm-c-api.md; how a module is loaded is in w2n_wasm.h.
//
// `own` says who has to call the delete function: of a parameter the callee, of a result, and of
// what is written through a pointer, the caller. Who owns a vector owns its elements.
//
// Functions, globals, tables, memories and instances live as long as their store, also where
// nobody owns them any more: only then are their finalizers called. One store is for one thread
// at a time; a wasm_shared_module_t goes from one to another.
//
//===----------------------------------------------------------------------===//

#ifndef WASM_H
#define WASM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#if __STDC_HOSTED__
// Hosts expect them to be included.
#include <assert.h>
#include <string.h>
#endif

#ifdef __cplusplus
extern "C" {
#endif

#define own

typedef char byte_t;
typedef float float32_t;
typedef double float64_t;

#define WASM_DECLARE_OWN(name)                                                                     \
  typedef struct wasm_##name##_t wasm_##name##_t;                                                  \
  void wasm_##name##_delete(own wasm_##name##_t *);

// Vectors. new takes over the elements of an array, and copies the array; the elements of
// new_uninitialized are zero; copy copies the elements as well.
#define WASM_DECLARE_VEC(name, ptr_or_none)                                                        \
  typedef struct wasm_##name##_vec_t {                                                             \
    size_t size;                                                                                   \
    wasm_##name##_t ptr_or_none *data;                                                             \
  } wasm_##name##_vec_t;                                                                           \
  void wasm_##name##_vec_new_empty(own wasm_##name##_vec_t *out);                                  \
  void wasm_##name##_vec_new_uninitialized(own wasm_##name##_vec_t *out, size_t);                  \
  void wasm_##name##_vec_new(own wasm_##name##_vec_t *out, size_t,                                 \
                             own wasm_##name##_t ptr_or_none const[]);                             \
  void wasm_##name##_vec_copy(own wasm_##name##_vec_t *out, const wasm_##name##_vec_t *);          \
  void wasm_##name##_vec_delete(own wasm_##name##_vec_t *);

typedef byte_t wasm_byte_t;
WASM_DECLARE_VEC(byte, )

typedef wasm_byte_vec_t wasm_name_t;
#define wasm_name wasm_byte_vec
#define wasm_name_new wasm_byte_vec_new
#define wasm_name_new_empty wasm_byte_vec_new_empty
#define wasm_name_new_uninitialized wasm_byte_vec_new_uninitialized
#define wasm_name_copy wasm_byte_vec_copy
#define wasm_name_delete wasm_byte_vec_delete
// The second form keeps the NUL.
void wasm_name_new_from_string(own wasm_name_t *out, const char *text);
void wasm_name_new_from_string_nt(own wasm_name_t *out, const char *text);

// Configurations, engines and stores.

WASM_DECLARE_OWN(config)
own wasm_config_t *wasm_config_new(void);

WASM_DECLARE_OWN(engine)
own wasm_engine_t *wasm_engine_new(void);
own wasm_engine_t *wasm_engine_new_with_config(own wasm_config_t *);

WASM_DECLARE_OWN(store)
// The engine must live as long as the store.
own wasm_store_t *wasm_store_new(wasm_engine_t *);

// Types.

typedef uint8_t wasm_mutability_t;
enum wasm_mutability_enum { WASM_CONST, WASM_VAR };

typedef struct wasm_limits_t {
  uint32_t min;
  // wasm_limits_max_default where there is no maximum.
  uint32_t max;
} wasm_limits_t;
static const uint32_t wasm_limits_max_default = 0xffffffff;

#define WASM_DECLARE_TYPE(name)                                                                    \
  WASM_DECLARE_OWN(name)                                                                           \
  WASM_DECLARE_VEC(name, *)                                                                        \
  own wasm_##name##_t *wasm_##name##_copy(const wasm_##name##_t *);

WASM_DECLARE_TYPE(valtype)
typedef uint8_t wasm_valkind_t;
enum wasm_valkind_enum {
  WASM_I32,
  WASM_I64,
  WASM_F32,
  WASM_F64,
  // A type of modules that this API has no values of: v128 and exnref.
  W2N_WASM_UNREPRESENTED = 64,
  WASM_EXTERNREF = 128,
  // The older name.
  WASM_ANYREF = WASM_EXTERNREF,
  WASM_FUNCREF = 129,
};
own wasm_valtype_t *wasm_valtype_new(wasm_valkind_t);
wasm_valkind_t wasm_valtype_kind(const wasm_valtype_t *);

static inline bool wasm_valkind_is_num(wasm_valkind_t kind) { return kind <= WASM_F64; }
static inline bool wasm_valkind_is_ref(wasm_valkind_t kind) { return kind >= WASM_EXTERNREF; }
static inline bool wasm_valtype_is_num(const wasm_valtype_t *type) {
  return wasm_valkind_is_num(wasm_valtype_kind(type));
}
static inline bool wasm_valtype_is_ref(const wasm_valtype_t *type) {
  return wasm_valkind_is_ref(wasm_valtype_kind(type));
}

WASM_DECLARE_TYPE(functype)
own wasm_functype_t *wasm_functype_new(own wasm_valtype_vec_t *params,
                                       own wasm_valtype_vec_t *results);
const wasm_valtype_vec_t *wasm_functype_params(const wasm_functype_t *);
const wasm_valtype_vec_t *wasm_functype_results(const wasm_functype_t *);

WASM_DECLARE_TYPE(globaltype)
own wasm_globaltype_t *wasm_globaltype_new(own wasm_valtype_t *, wasm_mutability_t);
const wasm_valtype_t *wasm_globaltype_content(const wasm_globaltype_t *);
wasm_mutability_t wasm_globaltype_mutability(const wasm_globaltype_t *);

WASM_DECLARE_TYPE(tabletype)
own wasm_tabletype_t *wasm_tabletype_new(own wasm_valtype_t *, const wasm_limits_t *);
const wasm_valtype_t *wasm_tabletype_element(const wasm_tabletype_t *);
const wasm_limits_t *wasm_tabletype_limits(const wasm_tabletype_t *);

WASM_DECLARE_TYPE(memorytype)
own wasm_memorytype_t *wasm_memorytype_new(const wasm_limits_t *);
const wasm_limits_t *wasm_memorytype_limits(const wasm_memorytype_t *);

WASM_DECLARE_TYPE(externtype)
typedef uint8_t wasm_externkind_t;
enum wasm_externkind_enum {
  WASM_EXTERN_FUNC,
  WASM_EXTERN_GLOBAL,
  WASM_EXTERN_TABLE,
  WASM_EXTERN_MEMORY,
};
wasm_externkind_t wasm_externtype_kind(const wasm_externtype_t *);

// Nothing is copied; null for what is of another kind.
#define W2N_WASM_DECLARE_EXTERN_CASTS(name, base)                                                  \
  wasm_##base##_t *wasm_##name##_as_##base(wasm_##name##_t *);                                     \
  const wasm_##base##_t *wasm_##name##_as_##base##_const(const wasm_##name##_t *);                 \
  wasm_##name##_t *wasm_##base##_as_##name(wasm_##base##_t *);                                     \
  const wasm_##name##_t *wasm_##base##_as_##name##_const(const wasm_##base##_t *);
W2N_WASM_DECLARE_EXTERN_CASTS(functype, externtype)
W2N_WASM_DECLARE_EXTERN_CASTS(globaltype, externtype)
W2N_WASM_DECLARE_EXTERN_CASTS(tabletype, externtype)
W2N_WASM_DECLARE_EXTERN_CASTS(memorytype, externtype)

WASM_DECLARE_TYPE(importtype)
own wasm_importtype_t *wasm_importtype_new(own wasm_name_t *module, own wasm_name_t *name,
                                           own wasm_externtype_t *);
const wasm_name_t *wasm_importtype_module(const wasm_importtype_t *);
const wasm_name_t *wasm_importtype_name(const wasm_importtype_t *);
const wasm_externtype_t *wasm_importtype_type(const wasm_importtype_t *);

WASM_DECLARE_TYPE(exporttype)
own wasm_exporttype_t *wasm_exporttype_new(own wasm_name_t *, own wasm_externtype_t *);
const wasm_name_t *wasm_exporttype_name(const wasm_exporttype_t *);
const wasm_externtype_t *wasm_exporttype_type(const wasm_exporttype_t *);

// Values.

struct wasm_ref_t;
typedef struct wasm_val_t {
  wasm_valkind_t kind;
  union {
    int32_t i32;
    int64_t i64;
    float32_t f32;
    float64_t f64;
    // Null is the null reference.
    struct wasm_ref_t *ref;
  } of;
} wasm_val_t;
void wasm_val_delete(own wasm_val_t *);
void wasm_val_copy(own wasm_val_t *out, const wasm_val_t *);
WASM_DECLARE_VEC(val, )

// References. A copy is another owner of the same thing; same tells whether two are of the same
// thing. The finalizer is called with the information when the thing is gone.
#define WASM_DECLARE_REF_BASE(name)                                                                \
  WASM_DECLARE_OWN(name)                                                                           \
  own wasm_##name##_t *wasm_##name##_copy(const wasm_##name##_t *);                                \
  bool wasm_##name##_same(const wasm_##name##_t *, const wasm_##name##_t *);                       \
  void *wasm_##name##_get_host_info(const wasm_##name##_t *);                                      \
  void wasm_##name##_set_host_info(wasm_##name##_t *, void *);                                     \
  void wasm_##name##_set_host_info_with_finalizer(wasm_##name##_t *, void *, void (*)(void *));
#define WASM_DECLARE_REF(name)                                                                     \
  WASM_DECLARE_REF_BASE(name)                                                                      \
  W2N_WASM_DECLARE_EXTERN_CASTS(name, ref)
#define WASM_DECLARE_SHARABLE_REF(name)                                                            \
  WASM_DECLARE_REF(name)                                                                           \
  WASM_DECLARE_OWN(shared_##name)                                                                  \
  own wasm_shared_##name##_t *wasm_##name##_share(const wasm_##name##_t *);                        \
  own wasm_##name##_t *wasm_##name##_obtain(wasm_store_t *, const wasm_shared_##name##_t *);

WASM_DECLARE_REF_BASE(ref)

// A function of compiled code in a backtrace.
WASM_DECLARE_OWN(frame)
WASM_DECLARE_VEC(frame, *)
own wasm_frame_t *wasm_frame_copy(const wasm_frame_t *);
// Null where several instances of the module are in the store, and it is not known which it was.
struct wasm_instance_t *wasm_frame_instance(const wasm_frame_t *);
uint32_t wasm_frame_func_index(const wasm_frame_t *);
// 0: only the function is known.
size_t wasm_frame_func_offset(const wasm_frame_t *);
// Where its first instruction is in the binary module.
size_t wasm_frame_module_offset(const wasm_frame_t *);

// Ends with a NUL, which its size counts.
typedef wasm_name_t wasm_message_t;
WASM_DECLARE_REF(trap)
own wasm_trap_t *wasm_trap_new(wasm_store_t *, const wasm_message_t *);
void wasm_trap_message(const wasm_trap_t *, own wasm_message_t *out);
// The innermost function; null where there is none.
own wasm_frame_t *wasm_trap_origin(const wasm_trap_t *);
void wasm_trap_trace(const wasm_trap_t *, own wasm_frame_vec_t *out);

// Things of the host.
WASM_DECLARE_REF(foreign)
own wasm_foreign_t *wasm_foreign_new(wasm_store_t *);

// Modules.

WASM_DECLARE_SHARABLE_REF(module)
// Gives null, with a line on standard error: there is no compiler here.
own wasm_module_t *wasm_module_new(wasm_store_t *, const wasm_byte_vec_t *binary);
// Gives false: there is no validator here.
bool wasm_module_validate(wasm_store_t *, const wasm_byte_vec_t *binary);
void wasm_module_imports(const wasm_module_t *, own wasm_importtype_vec_t *out);
void wasm_module_exports(const wasm_module_t *, own wasm_exporttype_vec_t *out);
// Names the module, so that deserialize finds it again: by the path of its library, or, of one
// that is linked with the host, among those that the engine has been given. Null where it does not.
void wasm_module_serialize(const wasm_module_t *, own wasm_byte_vec_t *out);
own wasm_module_t *wasm_module_deserialize(wasm_store_t *, const wasm_byte_vec_t *);

// Functions.

WASM_DECLARE_REF(func)
typedef own wasm_trap_t *(*wasm_func_callback_t)(const wasm_val_vec_t *args,
                                                 own wasm_val_vec_t *results);
typedef own wasm_trap_t *(*wasm_func_callback_with_env_t)(void *env, const wasm_val_vec_t *args,
                                                          wasm_val_vec_t *results);
own wasm_func_t *wasm_func_new(wasm_store_t *, const wasm_functype_t *, wasm_func_callback_t);
own wasm_func_t *wasm_func_new_with_env(wasm_store_t *, const wasm_functype_t *,
                                        wasm_func_callback_with_env_t, void *env,
                                        void (*finalizer)(void *));
own wasm_functype_t *wasm_func_type(const wasm_func_t *);
size_t wasm_func_param_arity(const wasm_func_t *);
size_t wasm_func_result_arity(const wasm_func_t *);
// As many results are written as there is room for.
own wasm_trap_t *wasm_func_call(const wasm_func_t *, const wasm_val_vec_t *args,
                                wasm_val_vec_t *results);

// Globals.

WASM_DECLARE_REF(global)
own wasm_global_t *wasm_global_new(wasm_store_t *, const wasm_globaltype_t *, const wasm_val_t *);
own wasm_globaltype_t *wasm_global_type(const wasm_global_t *);
void wasm_global_get(const wasm_global_t *, own wasm_val_t *out);
// Does nothing where the global is immutable or of another type.
void wasm_global_set(wasm_global_t *, const wasm_val_t *);

// Tables.

WASM_DECLARE_REF(table)
typedef uint32_t wasm_table_size_t;
own wasm_table_t *wasm_table_new(wasm_store_t *, const wasm_tabletype_t *, wasm_ref_t *init);
own wasm_tabletype_t *wasm_table_type(const wasm_table_t *);
own wasm_ref_t *wasm_table_get(const wasm_table_t *, wasm_table_size_t index);
bool wasm_table_set(wasm_table_t *, wasm_table_size_t index, wasm_ref_t *);
wasm_table_size_t wasm_table_size(const wasm_table_t *);
bool wasm_table_grow(wasm_table_t *, wasm_table_size_t delta, wasm_ref_t *init);

// Memories.

WASM_DECLARE_REF(memory)
typedef uint32_t wasm_memory_pages_t;
static const size_t MEMORY_PAGE_SIZE = 0x10000;
own wasm_memory_t *wasm_memory_new(wasm_store_t *, const wasm_memorytype_t *);
own wasm_memorytype_t *wasm_memory_type(const wasm_memory_t *);
byte_t *wasm_memory_data(wasm_memory_t *);
size_t wasm_memory_data_size(const wasm_memory_t *);
wasm_memory_pages_t wasm_memory_size(const wasm_memory_t *);
bool wasm_memory_grow(wasm_memory_t *, wasm_memory_pages_t delta);

// What can be imported and exported.

WASM_DECLARE_REF(extern)
WASM_DECLARE_VEC(extern, *)
wasm_externkind_t wasm_extern_kind(const wasm_extern_t *);
own wasm_externtype_t *wasm_extern_type(const wasm_extern_t *);
W2N_WASM_DECLARE_EXTERN_CASTS(func, extern)
W2N_WASM_DECLARE_EXTERN_CASTS(global, extern)
W2N_WASM_DECLARE_EXTERN_CASTS(table, extern)
W2N_WASM_DECLARE_EXTERN_CASTS(memory, extern)

// Instances.

WASM_DECLARE_REF(instance)
// imports are in the order of the module's. Null where it cannot be made; then *trap, unless trap
// is null, says why, be it that an import does not fit or that code of the module trapped.
own wasm_instance_t *wasm_instance_new(wasm_store_t *, const wasm_module_t *,
                                       const wasm_extern_vec_t *imports, own wasm_trap_t **trap);
// In the order of wasm_module_exports().
void wasm_instance_exports(const wasm_instance_t *, own wasm_extern_vec_t *out);

// Short forms.

static inline own wasm_valtype_t *wasm_valtype_new_i32(void) { return wasm_valtype_new(WASM_I32); }
static inline own wasm_valtype_t *wasm_valtype_new_i64(void) { return wasm_valtype_new(WASM_I64); }
static inline own wasm_valtype_t *wasm_valtype_new_f32(void) { return wasm_valtype_new(WASM_F32); }
static inline own wasm_valtype_t *wasm_valtype_new_f64(void) { return wasm_valtype_new(WASM_F64); }
static inline own wasm_valtype_t *wasm_valtype_new_externref(void) {
  return wasm_valtype_new(WASM_EXTERNREF);
}
static inline own wasm_valtype_t *wasm_valtype_new_anyref(void) {
  return wasm_valtype_new(WASM_EXTERNREF);
}
static inline own wasm_valtype_t *wasm_valtype_new_funcref(void) {
  return wasm_valtype_new(WASM_FUNCREF);
}

// A type of the first so many params and results.
static inline own wasm_functype_t *w2n_wasm_functype_of(size_t param_count,
                                                        own wasm_valtype_t *const *params,
                                                        size_t result_count,
                                                        own wasm_valtype_t *const *results) {
  wasm_valtype_vec_t param_vec, result_vec;
  wasm_valtype_vec_new(&param_vec, param_count, params);
  wasm_valtype_vec_new(&result_vec, result_count, results);
  return wasm_functype_new(&param_vec, &result_vec);
}
static inline own wasm_functype_t *wasm_functype_new_0_0(void) {
  return w2n_wasm_functype_of(0, NULL, 0, NULL);
}
static inline own wasm_functype_t *wasm_functype_new_1_0(own wasm_valtype_t *p1) {
  wasm_valtype_t *params[] = {p1};
  return w2n_wasm_functype_of(1, params, 0, NULL);
}
static inline own wasm_functype_t *wasm_functype_new_2_0(own wasm_valtype_t *p1,
                                                         own wasm_valtype_t *p2) {
  wasm_valtype_t *params[] = {p1, p2};
  return w2n_wasm_functype_of(2, params, 0, NULL);
}
static inline own wasm_functype_t *
wasm_functype_new_3_0(own wasm_valtype_t *p1, own wasm_valtype_t *p2, own wasm_valtype_t *p3) {
  wasm_valtype_t *params[] = {p1, p2, p3};
  return w2n_wasm_functype_of(3, params, 0, NULL);
}
static inline own wasm_functype_t *wasm_functype_new_0_1(own wasm_valtype_t *r1) {
  wasm_valtype_t *results[] = {r1};
  return w2n_wasm_functype_of(0, NULL, 1, results);
}
static inline own wasm_functype_t *wasm_functype_new_1_1(own wasm_valtype_t *p1,
                                                         own wasm_valtype_t *r1) {
  wasm_valtype_t *params[] = {p1};
  wasm_valtype_t *results[] = {r1};
  return w2n_wasm_functype_of(1, params, 1, results);
}
static inline own wasm_functype_t *
wasm_functype_new_2_1(own wasm_valtype_t *p1, own wasm_valtype_t *p2, own wasm_valtype_t *r1) {
  wasm_valtype_t *params[] = {p1, p2};
  wasm_valtype_t *results[] = {r1};
  return w2n_wasm_functype_of(2, params, 1, results);
}
static inline own wasm_functype_t *wasm_functype_new_3_1(own wasm_valtype_t *p1,
                                                         own wasm_valtype_t *p2,
                                                         own wasm_valtype_t *p3,
                                                         own wasm_valtype_t *r1) {
  wasm_valtype_t *params[] = {p1, p2, p3};
  wasm_valtype_t *results[] = {r1};
  return w2n_wasm_functype_of(3, params, 1, results);
}
static inline own wasm_functype_t *wasm_functype_new_0_2(own wasm_valtype_t *r1,
                                                         own wasm_valtype_t *r2) {
  wasm_valtype_t *results[] = {r1, r2};
  return w2n_wasm_functype_of(0, NULL, 2, results);
}
static inline own wasm_functype_t *
wasm_functype_new_1_2(own wasm_valtype_t *p1, own wasm_valtype_t *r1, own wasm_valtype_t *r2) {
  wasm_valtype_t *params[] = {p1};
  wasm_valtype_t *results[] = {r1, r2};
  return w2n_wasm_functype_of(1, params, 2, results);
}
static inline own wasm_functype_t *wasm_functype_new_2_2(own wasm_valtype_t *p1,
                                                         own wasm_valtype_t *p2,
                                                         own wasm_valtype_t *r1,
                                                         own wasm_valtype_t *r2) {
  wasm_valtype_t *params[] = {p1, p2};
  wasm_valtype_t *results[] = {r1, r2};
  return w2n_wasm_functype_of(2, params, 2, results);
}
static inline own wasm_functype_t *
wasm_functype_new_3_2(own wasm_valtype_t *p1, own wasm_valtype_t *p2, own wasm_valtype_t *p3,
                      own wasm_valtype_t *r1, own wasm_valtype_t *r2) {
  wasm_valtype_t *params[] = {p1, p2, p3};
  wasm_valtype_t *results[] = {r1, r2};
  return w2n_wasm_functype_of(3, params, 2, results);
}

static inline void wasm_val_init_ptr(own wasm_val_t *out, void *pointer) {
  out->kind = WASM_I64;
  out->of.i64 = (int64_t)(intptr_t)pointer;
}
static inline void *wasm_val_ptr(const wasm_val_t *value) {
  return (void *)(intptr_t)value->of.i64;
}

#define WASM_EMPTY_VEC {0, NULL}
#define WASM_ARRAY_VEC(array) {sizeof(array) / sizeof(*(array)), array}

#ifdef __cplusplus
#define W2N_WASM_VAL(value_kind, member, value)                                                    \
  ([](decltype(wasm_val_t().of.member) of) {                                                       \
    wasm_val_t result;                                                                             \
    result.kind = value_kind;                                                                      \
    result.of.member = of;                                                                         \
    return result;                                                                                 \
  }(value))
#else
#define W2N_WASM_VAL(value_kind, member, value)                                                    \
  {                                                                                                \
    .kind = value_kind, .of = {.member = value }                                                   \
  }
#endif
#define WASM_I32_VAL(value) W2N_WASM_VAL(WASM_I32, i32, value)
#define WASM_I64_VAL(value) W2N_WASM_VAL(WASM_I64, i64, value)
#define WASM_F32_VAL(value) W2N_WASM_VAL(WASM_F32, f32, value)
#define WASM_F64_VAL(value) W2N_WASM_VAL(WASM_F64, f64, value)
#define WASM_REF_VAL(value) W2N_WASM_VAL(WASM_EXTERNREF, ref, value)
#define WASM_INIT_VAL W2N_WASM_VAL(WASM_EXTERNREF, ref, NULL)

#undef own

#ifdef __cplusplus
}
#endif

#endif // WASM_H
