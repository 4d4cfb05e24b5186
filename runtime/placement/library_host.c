//===- library_host.c - Functions, memories, tables and globals of the host ===//

#include "core/memory.h"
#include "core/table.h"
#include "placement/activation.h"
#include "placement/library.h"

// A host function as it was imported with one type.
struct host_binding {
  w2n_host_function host;
  w2n_function function;
  const w2n_host_definition *definition;
  w2n_store *store;
};

// Out of line, so that its frame is below the registers that w2n_call_out() saves.
__attribute__((noinline)) static void call_in_host(w2n_store *store, void (*function)(void *),
                                                   void *argument) {
  struct w2n_activation *activation = store->activation;
  // C functions of exports may be called without one.
  if (!activation) {
    function(argument);
    return;
  }
  activation->host_frame = (uintptr_t)__builtin_frame_address(0);
  store->activation = 0;
  function(argument);
  store->activation = activation;
  activation->host_frame = 0;
}

void w2n_call_out(w2n_store *store, void (*function)(void *), void *argument) {
  // They may refer to exceptions, and be kept anywhere while the host is on another stack.
  __builtin_unwind_init();
  if (w2n_is_stack_low())
    w2n_trap_by_code(W2N_TRAP_STACK_EXHAUSTED);
  call_in_host(store, function, argument);
  if (store->raised)
    w2n_end_in_raised_trap(store);
}

struct host_call {
  const struct host_binding *binding;
  uint64_t *values;
};

static void call_definition(void *argument) {
  const struct host_call *call = argument;
  const w2n_host_definition *definition = call->binding->definition;
  w2n_trap *trap = definition->callback(definition->data, call->values);
  if (trap)
    w2n_raise(call->binding->store, trap);
}

// What compiled code calls for every function of the host.
static void call_host(void *data, uint64_t *values) {
  struct host_call call = {data, values};
  w2n_call_out(call.binding->store, call_definition, &call);
}

w2n_function *w2n_host_function_new(w2n_store *store, const w2n_type *type,
                                    const w2n_host_definition *definition) {
  struct host_binding *binding = w2n_store_allocate(store, sizeof(struct host_binding));
  if (!binding)
    return 0;
  binding->host.callback = call_host;
  binding->host.data = binding;
  binding->function.code = type->host_code;
  binding->function.instance = &binding->host;
  binding->function.type = type;
  binding->definition = definition;
  binding->store = store;
  return &binding->function;
}

// A function of the host that has the C type of its import.
struct c_binding {
  w2n_c_import import;
  w2n_function function;
};

w2n_function *w2n_c_import_new(w2n_instance *instance, const w2n_type *type,
                               w2n_c_function definition) {
  struct c_binding *binding = w2n_store_allocate(instance->store, sizeof(struct c_binding));
  if (!binding)
    return 0;
  binding->import =
      (w2n_c_import){definition.function, definition.context, instance, instance->store};
  binding->function = (w2n_function){type->c_import_code, &binding->import, type};
  return &binding->function;
}

w2n_memory *w2n_memory_new(w2n_store *store, uint64_t minimum_pages, uint64_t maximum_pages,
                           uint64_t flags) {
  struct w2n_host_memory *record = w2n_store_allocate(store, sizeof(struct w2n_host_memory));
  if (!record || !w2n_memory_try_create(&record->memory, minimum_pages, maximum_pages, flags))
    return 0;
  record->next = w2n_library_store(store)->memories;
  w2n_library_store(store)->memories = record;
  return &record->memory;
}

w2n_table *w2n_table_new(w2n_store *store, uint32_t element_type, uint64_t minimum,
                         uint64_t maximum, uint64_t flags) {
  struct w2n_host_table *record = w2n_store_allocate(store, sizeof(struct w2n_host_table));
  if (!record || !w2n_table_try_create(&record->table, minimum, maximum, element_type, flags, 0))
    return 0;
  record->next = w2n_library_store(store)->tables;
  w2n_library_store(store)->tables = record;
  return &record->table;
}

w2n_global *w2n_global_new(w2n_store *store, uint64_t value) {
  w2n_global *global = w2n_store_allocate(store, sizeof(w2n_global));
  if (global)
    global->low = value;
  return global;
}
