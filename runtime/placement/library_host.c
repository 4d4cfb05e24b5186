//===- library_host.c - Functions, memories, tables and globals of the host ===//

#include "core/trap.h"
#include "placement/activation.h"
#include "placement/library.h"

// A host function as it was imported with one type.
struct host_binding {
  w2n_host_function host;
  w2n_function function;
  const w2n_host_definition *definition;
};

// What compiled code calls for every function of the host.
static void call_host(void *data, uint64_t *values) {
  const w2n_host_definition *definition = ((struct host_binding *)data)->definition;
  struct w2n_activation *activation = w2n_current_activation();
  activation->is_in_host = 1;
  const char *message = definition->callback(definition->data, values);
  activation->is_in_host = 0;
  if (message)
    w2n_trap_host(message);
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

struct memory_request {
  w2n_memory *memory;
  uint64_t minimum;
  uint64_t maximum;
  uint64_t flags;
};

static uint64_t smaller(uint64_t a, uint64_t b) { return a < b ? a : b; }

static void create_memory(void *argument) {
  const struct memory_request *request = argument;
  uint64_t most = smaller(request->maximum, W2N_MEMORY32_MAXIMUM_PAGES);
  if (most < request->minimum)
    most = request->minimum;
  w2n_memory_create(request->memory, request->minimum, most, request->maximum, request->flags);
}

w2n_memory *w2n_memory_new(w2n_store *store, uint64_t minimum_pages, uint64_t maximum_pages,
                           uint64_t flags) {
  struct w2n_host_memory *record = w2n_store_allocate(store, sizeof(struct w2n_host_memory));
  if (!record)
    return 0;
  w2n_error ignored;
  struct memory_request request = {&record->memory, minimum_pages, maximum_pages, flags};
  if (w2n_run(store, create_memory, &request, &ignored) != W2N_OK)
    return 0;
  record->next = w2n_library_store(store)->memories;
  w2n_library_store(store)->memories = record;
  return &record->memory;
}

struct table_request {
  w2n_table *table;
  uint64_t minimum;
  uint64_t maximum;
  uint64_t element_type;
};

static void create_table(void *argument) {
  const struct table_request *request = argument;
  w2n_table_create(request->table, request->minimum,
                   smaller(request->maximum, W2N_TABLE_MAXIMUM_ELEMENTS), request->maximum,
                   request->element_type, 0);
}

w2n_table *w2n_table_new(w2n_store *store, uint32_t element_type, uint64_t minimum,
                         uint64_t maximum) {
  struct w2n_host_table *record = w2n_store_allocate(store, sizeof(struct w2n_host_table));
  if (!record)
    return 0;
  w2n_error ignored;
  struct table_request request = {&record->table, minimum, maximum, element_type};
  if (w2n_run(store, create_table, &request, &ignored) != W2N_OK)
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
