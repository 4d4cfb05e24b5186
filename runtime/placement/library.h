//===- library.h - What the parts of the library placement share -----------===//

#ifndef W2N_PLACEMENT_LIBRARY_H
#define W2N_PLACEMENT_LIBRARY_H

#include "abi/abi.h"
#include "core/exceptions.h"
#include "include/w2n.h"

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

// What is to be given back when a store is deleted. Lives in the store.
struct w2n_store_resource {
  struct w2n_store_resource *next;
  void (*release)(struct w2n_store_resource *resource);
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
  struct w2n_host_memory *memories;
  struct w2n_host_table *tables;
  struct w2n_store_resource *resources;
  struct w2n_exception_heap exceptions;
  // Whose imports are being resolved; null otherwise.
  w2n_instance *linked_instance;
  // What the host was last told of, which it may still look at.
  w2n_exception *uncaught;
  // Whether a module relies on the fault handler.
  uint32_t is_guarded;
};

static inline struct w2n_library_store *w2n_library_store(w2n_store *store) {
  return (struct w2n_library_store *)store;
}

// Zeroed memory of a store, aligned to 16; null where the system has none.
void *w2n_store_allocate(w2n_store *store, uint64_t size);

// Releases the resource when the store is deleted.
void w2n_store_add_resource(w2n_store *store, struct w2n_store_resource *resource);

// Calls a function of the host for compiled code: its faults are its own, and it may call into
// the store. Traps where too little of the stack is left.
void w2n_call_out(void (*function)(void *argument), void *argument);

// The function reference for a host function that is imported with a type; null where
// the system has no memory.
w2n_function *w2n_host_function_new(w2n_store *store, const w2n_type *type,
                                    const w2n_host_definition *definition);

// Finds the bounds of the stack that an address is on, and remembers them. Gives 0 where
// they are not known, and high is taken to be above address.
int w2n_find_stack(uintptr_t address, uintptr_t *high);

// Checks what a resolver found against the import, and writes the object to the import's
// slot of the instance.
w2n_status w2n_link_import(w2n_instance *instance, const w2n_import *import,
                           const w2n_extern *found, w2n_error *error);

// Messages are put together from parts; what does not fit is dropped, and control
// characters are shown as '?', so that a message stays one line.
void w2n_error_clear(w2n_error *error);
void w2n_error_append(w2n_error *error, const char *text);
void w2n_error_append_bytes(w2n_error *error, const char *text, uint64_t length);
void w2n_error_append_number(w2n_error *error, uint64_t number);

#endif // W2N_PLACEMENT_LIBRARY_H
