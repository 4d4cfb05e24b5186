//===- w2n.h - Running compiled modules inside a host ----------------------===//
//
// For hosts that link modules compiled as libraries. C11 and C++. What a module exports and
// imports is declared with its own types by the header that --emit=header makes; what is here
// works for any module, by names and types that are looked up while the host runs.
//
//   extern const w2n_module w2n_module_app;       // what --emit=obj defines
//   w2n_instance *instance;
//   w2n_extern main;
//   uint64_t values[2] = {6, 7};                  // operands in, results out
//   w2n_store *store = w2n_store_new();
//   w2n_trap *trap = w2n_instantiate(store, &w2n_module_app, resolve, NULL, NULL, &instance);
//   if (!trap && w2n_find_export(instance, "main", 4, &main))
//     trap = w2n_call(store, main.object.function, values);
//   if (trap)
//     fputs(w2n_trap_message(trap), stderr);
//   w2n_trap_free(trap);
//   w2n_store_delete(store);
//
// A store and all that lives in it may be used by one thread at a time, not always the
// same; different stores do not know of each other. Host functions may call back into the store
// that called them. Calls are made on the stack of a thread, or on another that has a mapping of
// its own with a guard below: that is how exhausted stacks are found.
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

// References as a host sees them: null, or what it gave to the module itself.
typedef void *w2n_externref;
// Null, or a function of an instance or of the host, which w2n_call() calls.
typedef w2n_function *w2n_funcref;
// Null, or an exception.
typedef w2n_exception *w2n_exnref;

// A v128: lane 0 is in the low bits of low.
typedef struct w2n_v128 {
  uint64_t low;
  uint64_t high;
} w2n_v128;

// Traps. A function that gives one was ended by it, and gives null where it returned as it
// should. The caller owns it. It does not depend on a store, but must be freed by the thread that
// may use the store it came from where it carries an exception.

// Why compiled code did not return, or why an instance was not made.
typedef struct w2n_trap w2n_trap;

// A function of compiled code that was being run.
typedef struct w2n_frame {
  const w2n_module *module;
  // UTF-8, ends with a NUL; empty where the module has no name for it. Lives as long as
  // the module.
  const char *function_name;
  // In the module's function index space.
  uint32_t function_index;
  // Where its first instruction is in the bytes of the module (behind its locals; core spec,
  // 5.5.13). Of a module in the text format, in the binary form of it.
  uint32_t function_offset;
} w2n_frame;

// A trap of the host's own: W2N_TRAP_HOST, with a copy of the message, of which the first 511
// bytes are kept; control characters become '?'. Never null: where the system has no memory, the
// trap is W2N_TRAP_OUT_OF_MEMORY.
w2n_trap *w2n_trap_new(const char *message);
// Does nothing for null.
void w2n_trap_free(w2n_trap *trap);
// W2N_TRAP_*. W2N_TRAP_LINK: no code of the instance has been run.
uint32_t w2n_trap_code(const w2n_trap *trap);
// One line that ends with a NUL and not with the line; lives as long as the trap.
const char *w2n_trap_message(const w2n_trap *trap);
// What proc_exit of WASI was given, where the code is W2N_TRAP_EXIT; else 0.
uint32_t w2n_trap_exit_status(const w2n_trap *trap);
// What was thrown, where the code is W2N_TRAP_UNCAUGHT_EXCEPTION and the store is still there;
// else null. It lives at least as long as both.
w2n_exception *w2n_trap_exception(const w2n_trap *trap);
// The functions that were being run, the innermost first. Of a long list the first 32 and the
// last 8 are kept: w2n_trap_frames_omitted() says how many are left out after index 31. Functions
// that the optimiser has inlined are not in it.
size_t w2n_trap_frame_count(const w2n_trap *trap);
const w2n_frame *w2n_trap_frame(const w2n_trap *trap, size_t index);
uint64_t w2n_trap_frames_omitted(const w2n_trap *trap);
// Writes the message and a line for each frame, with a NUL behind, as much of it as size bytes of
// buffer have room for. Gives how long the text is without its NUL, whatever the room.
size_t w2n_trap_print(const w2n_trap *trap, char *buffer, size_t size);

// What an instance may use. All zero is the default of each.
typedef struct w2n_options {
  // sizeof(w2n_options), so that a later runtime knows which members the host has; 0 means those
  // up to and including wasi.
  uint64_t size;
  // The most bytes that each memory of the instance may have, beside its own maximum: a larger
  // minimum is W2N_TRAP_OUT_OF_MEMORY, growth beyond gives -1. 0 is no limit.
  uint64_t memory_limit;
  // The most bytes of stack that a call from the host into the store may take, beside what the
  // thread has. 0 is no limit. Only code compiled with --bounds=explicit looks at it; together with
  // other code it is W2N_TRAP_LINK.
  uint64_t stack_limit;
  // For what the header of a module declares: the store that the instance is to live in, which
  // lets instances be linked with each other and with memories of the host. Null: one of its own.
  struct w2n_store *store;
  // Where imports of WASI are looked for that the host does not satisfy itself (w2n_wasi.h). It
  // must live as long as the instance. Null: nowhere.
  struct w2n_wasi *wasi;
} w2n_options;

// A function of the host, for hosts that find out types while they run. values holds the
// operands, one slot of 64 bits each, integers and floats in the low bytes, and two slots for a
// v128, its lane 0 in the low bits of the first; results replace them from slot 0. Gives null, or
// a trap, which it no longer owns: it ends the call of compiled code that the host function was
// called by. To throw an exception, it calls w2n_throw() and gives null; its results do not matter
// then. A host function must not be left by longjmp or a C++ exception.
typedef w2n_trap *(*w2n_host_callback)(void *data, uint64_t *values);

typedef struct w2n_host_definition {
  // "operands:results" in the letters i i32, I i64, f f32, F f64, v v128, r funcref, e externref,
  // x exnref.
  const char *signature;
  w2n_host_callback callback;
  // What callback is given.
  void *data;
} w2n_host_definition;

// A function of the host with the C type that the header of the importing module gives to it:
// result function(context, instance, operands...). Nobody can check that type.
typedef struct w2n_c_function {
  void (*function)(void);
  void *context;
} w2n_c_function;

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
    // Null for a function of the host, which is in host or in c_function.
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
  // Is copied. Only for functions; else its members are null.
  w2n_c_function c_function;
} w2n_extern;

// Finds what to link an import to and fills *result, which is all zero when it is called;
// returns 0 where there is nothing of that name. Types are checked by the caller.
typedef int (*w2n_resolver)(void *data, const w2n_import *import, w2n_extern *result);

// A module in a dynamic library that wasm2native has made for this machine. It and all that is
// made of it run on the runtime of the caller, so that its instances can be linked with others;
// the runtime that the library carries is not used. *result is the module, or null.
//
// Nothing of a file is run or mapped before it has been looked at: what is no such library, is
// cut off, is for another CPU or version, or uses CPU features that this machine lacks is refused
// with a trap of W2N_TRAP_LINK, whose message begins with the path. The module is then in a private
// copy of the file: whatever happens to the file later, also if it is written over, cannot be seen,
// and opening the path again opens what is there now. May be called by several threads at once. (On
// Linux the copy is in memory, a memfd, and takes a descriptor; on macOS it is a temporary file
// that is removed at once.)
//
// flags: 0, or W2N_OPEN_IN_PLACE, which maps the file itself, so that processes share its
// memory. Then the file must only ever be replaced (by a rename), as wasm2native does, and not be
// written to; and as long as one version of it is open, another at the same path is refused.
w2n_trap *w2n_module_open(const char *path, uint32_t flags, const w2n_module **result);
#define W2N_OPEN_IN_PLACE 1

// What the library of a module that w2n_module_open() gave exports under a name of C: a function
// that its header declares, for instance. Null where there is nothing of that name, or for a module
// that is part of the program.
void *w2n_module_symbol(const w2n_module *module, const char *name);

// Unloads what w2n_module_open() gave, to be called once for each time. Fails, and nothing is
// unloaded, as long as a store has instances of the module, also those whose instantiation has
// trapped, or a trap has frames of it: w2n_store_delete() and w2n_trap_free() come first.
w2n_trap *w2n_module_close(const w2n_module *module);

// A store with nothing in it; null where the system has no memory.
w2n_store *w2n_store_new(void);
// Deletes a store and all that lives in it. Must not be called from a call into it.
void w2n_store_delete(w2n_store *store);

// Makes an instance of a module: imports are found by resolve (null where there are
// none) and matched against their types (core spec, 4.5.4), then memories, tables and
// globals are made, active segments written and the start function run. options may be null; its
// store must be null or the same. *result is the instance, or null. An instance that trapped
// cannot be used, but its functions stay callable where it put them into tables of others.
w2n_trap *w2n_instantiate(w2n_store *store, const w2n_module *module, w2n_resolver resolve,
                          void *data, const w2n_options *options, w2n_instance **result);
// The store an instance lives in, and its module.
w2n_store *w2n_instance_store(w2n_instance *instance);
const w2n_module *w2n_instance_module(const w2n_instance *instance);
// Deletes an instance that has a store of its own, together with the store. One in a store that
// the host made lives as long as that, and nothing happens. Does nothing for null.
void w2n_instance_free(w2n_instance *instance);

// What modules and instances offer to each other, under names. It belongs to its store and lives
// as long. Functions give 0, and w2n_linker_new() null, where the system has no memory.
typedef struct w2n_linker w2n_linker;
w2n_linker *w2n_linker_new(w2n_store *store);
// Offers one thing of the store as module.name, names of so many bytes, which are copied. A later
// definition of a name hides an earlier one from instances made afterwards.
int w2n_linker_define(w2n_linker *linker, const char *module, size_t module_length,
                      const char *name, size_t name_length, const w2n_extern *value);
// Offers all exports of an instance, under its own names for them.
int w2n_linker_define_instance(w2n_linker *linker, const char *module, size_t module_length,
                               w2n_instance *instance);
// The w2n_resolver of w2n_linker *linker, for w2n_instantiate().
int w2n_linker_resolve(void *linker, const w2n_import *import, w2n_extern *result);

// Finds an export by its name of so many bytes. Gives 0 where there is none.
int w2n_find_export(w2n_instance *instance, const char *name, size_t length, w2n_extern *result);

// Calls a function of this store. values has room for its operands and for its results,
// whichever are more.
w2n_trap *w2n_call(w2n_store *store, w2n_function *function, uint64_t *values);

// Calls function(argument), which may call the C functions of exports directly. A trap in one of
// them ends the whole of it: the frames of function are left behind as longjmp leaves them. One
// that is called otherwise, which includes host functions that compiled code has called, ends the
// process where it traps.
w2n_trap *w2n_run(w2n_store *store, void (*function)(void *argument), void *argument);

// To be called by a host function: the call of compiled code that it was called by ends in this
// trap, once it has returned; its results do not matter. The trap, perhaps one that an inner call
// gave, is no longer the caller's. Nothing else may be called in the store before that. The
// frames that are left are added to those that it has.
void w2n_raise(w2n_store *store, w2n_trap *trap);

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

// The first byte of a memory, which address 0 of the module is, and how many bytes it has. The
// base may change when the memory grows, unless it is guarded; it may be null where the size is 0.
void *w2n_memory_base(const w2n_memory *memory);
uint64_t w2n_memory_size(const w2n_memory *memory);
// Adds pages, as memory.grow. Gives the size before in pages, or UINT64_MAX where nothing could be
// added.
uint64_t w2n_memory_grow(w2n_memory *memory, uint64_t pages);

// Elements are w2n_funcref, w2n_externref or w2n_exnref, as the type of the table says. get and set
// give 0 where there is no such element, and set where the element may not be in this table.
uint64_t w2n_table_size(const w2n_table *table);
int w2n_table_get(const w2n_table *table, uint64_t index, void **element);
int w2n_table_set(w2n_table *table, uint64_t index, void *element);
// Adds elements, as table.grow. Gives the size before, or UINT64_MAX.
uint64_t w2n_table_grow(w2n_table *table, uint64_t count, void *element);

// Exceptions. One lives as long as something refers to it: the state of an instance, a
// table or global of the host, a trap, another exception, or a pointer on the stack of a call into
// the store that is going on. A host that keeps one elsewhere puts it into a global too.

// A tag of the host, of the type of an import or of another tag. type and name, which ends
// with a NUL, must live as long as the store. Null where the system has no memory.
w2n_tag *w2n_tag_new(w2n_store *store, const w2n_type *type, const char *name);
// An exception with a tag of any instance, exported or not, or of the host. values are its
// payload, one slot of 64 bits each, as the operands of a function. To be called by host
// functions: where too many exceptions are alive, it traps.
w2n_exception *w2n_exception_new(w2n_store *store, const w2n_tag *tag, const uint64_t *values);
// The tag of an exception, and the values that it carries, of the types of tag->type.
const w2n_tag *w2n_exception_tag(const w2n_exception *exception);
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
