//===- library_host.c - Functions, memories, tables and globals of the host ===//

#include "core/memory.h"
#include "core/raise.h"
#include "core/table.h"
#include "placement/activation.h"
#include "placement/library.h"

// A host function as it was imported with one type.
struct host_binding {
  w2n_host_function host;
  w2n_function function;
  const w2n_host_definition *definition;
};

// Out of line, so that its frame is below the registers that w2n_call_out() saves.
__attribute__((noinline)) static void call_in_host(void (*function)(void *), void *argument) {
  struct w2n_activation *activation = w2n_current_activation();
  // Entry points may be called without one.
  if (!activation) {
    function(argument);
    return;
  }
  const uint32_t was_in_host = activation->is_in_host;
  activation->host_frame = (uintptr_t)__builtin_frame_address(0);
  activation->is_in_host = 1;
  function(argument);
  activation->is_in_host = was_in_host;
}

void w2n_call_out(void (*function)(void *), void *argument) {
  // They may refer to exceptions, and be kept anywhere while the host is on another stack.
  __builtin_unwind_init();
  if (w2n_is_stack_low())
    w2n_trap(W2N_TRAP_STACK_EXHAUSTED);
  call_in_host(function, argument);
}

struct host_call {
  const w2n_host_definition *definition;
  uint64_t *values;
  const char *message;
};

static void call_definition(void *argument) {
  struct host_call *call = argument;
  call->message = call->definition->callback(call->definition->data, call->values);
}

// What compiled code calls for every function of the host.
static void call_host(void *data, uint64_t *values) {
  struct host_call call = {((struct host_binding *)data)->definition, values, 0};
  w2n_call_out(call_definition, &call);
  if (call.message)
    w2n_trap_with_detail(W2N_TRAP_HOST, call.message);
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
