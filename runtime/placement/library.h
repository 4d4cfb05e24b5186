//===- library.h - What the parts of the library placement share -----------===//

#ifndef W2N_PLACEMENT_LIBRARY_H
#define W2N_PLACEMENT_LIBRARY_H

#include "abi/abi.h"
#include "core/exceptions.h"
#include "include/w2n.h"
#include "placement/library_message.h"

#include <stddef.h>
#include <stdint.h>

// Where a store keeps what lives as long as it: instances, records, objects of hosts.
struct w2n_chunk {
  struct w2n_chunk *next;
  uint64_t size;
  uint64_t used;
  uint64_t padding;
};

// An instance with what the store knows of it. Instances are aligned to 16.
struct w2n_instance_record {
  struct w2n_instance_record *next;
  uint64_t padding;
  w2n_instance instance;
};
_Static_assert(offsetof(struct w2n_instance_record, instance) % 16 == 0, "alignment");

// A module that a store has instances of.
struct w2n_module_record {
  struct w2n_module_record *next;
  const w2n_module *module;
};

// A memory or table of the host.
struct w2n_host_memory {
  struct w2n_host_memory *next;
  w2n_memory memory;
};
struct w2n_host_table {
  struct w2n_host_table *next;
  w2n_table table;
};

// A store. What compiled code sees of it comes first.
struct w2n_library_store {
  w2n_store store;
  struct w2n_chunk *chunks;
  struct w2n_instance_record *instances;
  struct w2n_module_record *modules;
  struct w2n_host_memory *memories;
  struct w2n_host_table *tables;
  struct w2n_exception_heap exceptions;
  // Traps that the host has been given and that carry an exception.
  struct w2n_trap *traps;
  // The innermost call from the host, whoever is running now; null outside of all.
  struct w2n_activation *calls;
  // What w2n_options limits the stack of a call to; 0 where there is no such limit.
  uint64_t stack_limit;
  // Whether a module relies on the fault handler.
  uint32_t is_guarded;
  // The instance that the store was made for and is deleted with; null where the host made it.
  w2n_instance *owner;
};

static inline struct w2n_library_store *w2n_library_store(w2n_store *store) {
  return (struct w2n_library_store *)store;
}

// Zeroed memory of a store, aligned to 16; null where the system has none.
void *w2n_store_allocate(w2n_store *store, uint64_t size);

// Calls a function of the host for compiled code of the store: its faults are its own, and it may
// call into the store. Traps where too little of the stack is left, or where it has raised a trap.
void w2n_call_out(w2n_store *store, void (*function)(void *argument), void *argument);

// The function reference for a host function that is imported with a type; null where
// the system has no memory.
w2n_function *w2n_host_function_new(w2n_store *store, const w2n_type *type,
                                    const w2n_host_definition *definition);
// The same for a host function of the C type that the import has.
w2n_function *w2n_c_import_new(w2n_instance *instance, const w2n_type *type,
                               w2n_c_function definition);

// Whether two names of so many bytes are the same.
int w2n_same_name(const char *a, uint64_t a_length, const char *b, uint64_t b_length);

// The functions of builtins.def.
extern const struct w2n_runtime_calls w2n_runtime_calls;

// Keep a module, if it can be unloaded, from that until they are left as often as used. For
// null, nothing. Safe in a signal handler.
void w2n_module_use(const w2n_module *module);
void w2n_module_leave(const w2n_module *module);
// Keeps a module from being unloaded as long as a store has instances of it. Gives 0 where the
// system has no memory.
int w2n_store_use_module(w2n_store *store, const w2n_module *module);
void w2n_store_leave_modules(w2n_store *store);
// The store of the innermost call on this thread; null outside of all.
w2n_store *w2n_current_store(void);

// Finds the bounds of the stack that an address is on, and remembers them. Gives 0 where
// they are not known, and high is taken to be above address.
int w2n_find_stack(uintptr_t address, uintptr_t *high);

// Checks what a resolver found against the import, and writes the object to the import's
// slot of the instance. Gives 0, and adds to the message, where it does not fit.
int w2n_link_import(w2n_instance *instance, const w2n_import *import, const w2n_extern *found,
                    struct w2n_message *message);

// The compiled function of a store that an address is in; gives 0 where there is none.
struct w2n_code_location;
int w2n_library_locate(w2n_store *store, uintptr_t address, struct w2n_code_location *location);

#endif // W2N_PLACEMENT_LIBRARY_H
