//===- w2n.h - Running compiled modules inside a host ----------------------===//
//
// For hosts that link modules compiled as libraries. C11 and C++.
//
//   extern const w2n_module w2n_module_app;       // what --emit=obj defines
//   w2n_error error;
//   w2n_instance *instance;
//   w2n_extern main;
//   uint64_t values[2] = {6, 7};                  // operands in, results out
//   w2n_store *store = w2n_store_new();
//   if (w2n_instantiate(store, &w2n_module_app, resolve, NULL, &instance, &error) != W2N_OK ||
//       !w2n_find_export(instance, "main", 4, &main) ||
//       w2n_call(store, main.object.function, values, &error) != W2N_OK)
//     fputs(error.message, stderr);
//   w2n_store_delete(store);
//
// A store and all that lives in it may be used by one thread at a time, not always the
// same. Host functions may call back into the store that called them. Calls are made on
// the stack of a thread, or on another that has a mapping of its own with a guard below:
// that is how exhausted stacks are found.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_H
#define W2N_H

#include "abi/constants.h"
#include "abi/structs.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum w2n_status {
  W2N_OK = 0,
  // The imports of a module could not be satisfied; nothing has been run.
  W2N_LINK_ERROR = 1,
  // Compiled code trapped. What it did before stays done.
  W2N_TRAPPED = 2,
  // Compiled code threw an exception that it did not catch.
  W2N_THREW = 3,
} w2n_status;

// A function of compiled code that was being run.
typedef struct w2n_frame {
  const w2n_module *module;
  // In the module's function index space.
  uint32_t function_index;
  // UTF-8, ends with a NUL; empty where the module has no name for it. Lives as long as
  // the module.
  const char *function_name;
} w2n_frame;

// Of a longer backtrace, the innermost and the outermost functions are kept.
#define W2N_ERROR_INNERMOST_FRAMES 32
#define W2N_ERROR_FRAMES 40

// Why a call did not return, kept by the caller.
typedef struct w2n_error {
  // W2N_TRAP_*, of an exception UNCAUGHT_EXCEPTION; 0 for a link error.
  uint32_t trap_code;
  // What proc_exit was given, of the trap W2N_TRAP_EXIT; else 0.
  uint32_t exit_status;
  // Entries of frames, innermost first.
  uint32_t frame_count;
  // What was thrown, where the status is W2N_THREW; else null. It may be freed once a later
  // call into the store has failed.
  w2n_exception *exception;
  // How many are left out after entry W2N_ERROR_INNERMOST_FRAMES - 1.
  uint64_t frames_omitted;
  // One line, ends with a NUL.
  char message[512];
  w2n_frame frames[W2N_ERROR_FRAMES];
} w2n_error;

// A function of the host. values holds the operands, one slot of 64 bits each, integers
// and floats in the low bytes, and two slots for a v128, its lane 0 in the low bits of the
// first; results replace them from slot 0. Returns null, or the
// message of a trap that is raised once it has returned; it must live until the trap has
// been reported. To throw an exception, it calls w2n_throw() and returns null; its results
// do not matter then. A host function must not be left by longjmp or a C++ exception.
typedef const char *(*w2n_host_callback)(void *data, uint64_t *values);

typedef struct w2n_host_definition {
  // "operands:results" in the letters i i32, I i64, f f32, F f64, v v128, r funcref, e externref,
  // x exnref.
  const char *signature;
  w2n_host_callback callback;
  // What callback is given.
  void *data;
} w2n_host_definition;

// What an export is and what an import is linked to. Objects belong to a store and live
// as long as it does.
typedef struct w2n_extern {
  // W2N_EXTERN_*.
  uint32_t kind;
  // Of a global: W2N_VALUE_*, with the function type it refers to where it does, and 1
  // where it is mutable.
  uint32_t value_type;
  const w2n_type *defined_type;
  uint64_t is_mutable;
  union {
    // Null for a function of the host, which is in host.
    w2n_function *function;
    // Elements may move when the table grows.
    w2n_table *table;
    // base and size change when the memory grows.
    w2n_memory *memory;
    w2n_global *global;
    w2n_tag *tag;
  } object;
  // Must live as long as the store. Only for functions; else null.
  const w2n_host_definition *host;
} w2n_extern;

// Finds what to link an import to and fills *result, which is all zero when it is called;
// returns 0 where there is nothing of that name. Types are checked by the caller.
typedef int (*w2n_resolver)(void *data, const w2n_import *import, w2n_extern *result);

// A store with nothing in it; null where the system has no memory.
w2n_store *w2n_store_new(void);
// Deletes a store and all that lives in it. Must not be called from a call into it.
void w2n_store_delete(w2n_store *store);

// Makes an instance of a module: imports are found by resolve (null where there are
// none) and matched against their types (core spec, 4.5.4), then memories, tables and
// globals are made, active segments written and the start function run. *result is the
// instance, or null. An instance that trapped cannot be used, but its functions stay
// callable where it put them into tables of others.
w2n_status w2n_instantiate(w2n_store *store, const w2n_module *module, w2n_resolver resolve,
                           void *data, w2n_instance **result, w2n_error *error);

// Finds an export by its name of so many bytes. Gives 0 where there is none.
int w2n_find_export(w2n_instance *instance, const char *name, size_t length, w2n_extern *result);

// Calls a function of this store. values has room for its operands and for its results,
// whichever are more.
w2n_status w2n_call(w2n_store *store, w2n_function *function, uint64_t *values, w2n_error *error);

// Calls function(argument), which may call the C entry points of the store's instances. A
// trap in there ends the whole of it: the frames of function are left behind as longjmp
// leaves them. An entry point that is called otherwise ends the process where it traps, and
// its host functions must stay on its stack.
w2n_status w2n_run(w2n_store *store, void (*function)(void *argument), void *argument,
                   w2n_error *error);

// Memories, tables and globals of the host, to be imported. Null where the system has no
// memory for them. A maximum of UINT64_MAX is none. flags are W2N_MEMORY_*: modules compiled
// with --bounds=guard can import memories that are neither 64-bit nor of one-byte pages only
// where they are W2N_MEMORY_GUARDED.
w2n_memory *w2n_memory_new(w2n_store *store, uint64_t minimum_pages, uint64_t maximum_pages,
                           uint64_t flags);
// element_type is W2N_VALUE_*, flags are W2N_TABLE_*; all elements are null.
w2n_table *w2n_table_new(w2n_store *store, uint32_t element_type, uint64_t minimum,
                         uint64_t maximum, uint64_t flags);
w2n_global *w2n_global_new(w2n_store *store, uint64_t value);

// Exceptions. One lives as long as something refers to it: the state of an instance, a
// table or global of the host, another exception, or a pointer on the stack of a call into
// the store that is going on. A host that keeps one elsewhere puts it into a global too.

// A tag of the host, of the type of an import or of another tag. type and name, which ends
// with a NUL, must live as long as the store. Null where the system has no memory.
w2n_tag *w2n_tag_new(w2n_store *store, const w2n_type *type, const char *name);
// An exception with a tag of any instance, exported or not, or of the host. values are its
// payload, one slot of 64 bits each, as the operands of a function. To be called by host
// functions: where too many exceptions are alive, it traps.
w2n_exception *w2n_exception_new(w2n_store *store, const w2n_tag *tag, const uint64_t *values);
// The values that an exception carries, of the types of exception->tag->type.
uint64_t *w2n_exception_payload(w2n_exception *exception);
// Throws an exception, perhaps one that a call ended with, once the host function that
// calls this has returned. Nothing may be called in the store before that.
void w2n_throw(w2n_store *store, w2n_exception *exception);

// Gives back what calls on the current thread needed of the system: its stack for fault
// handling. To be called before a thread ends that has made calls into stores, and outside of
// any.
void w2n_thread_detach(void);

#ifdef __cplusplus
}
#endif

#endif // W2N_H
