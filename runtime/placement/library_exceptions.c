//===- library_exceptions.c - Exceptions between hosts and modules ---------===//

#include "core/trap.h"
#include "placement/activation.h"
#include "placement/library.h"
#include "placement/library_trap.h"

struct w2n_exception_heap *w2n_exceptions_of(w2n_store *store) {
  // Out of stack half-way through, they would be left in disorder.
  if (w2n_is_stack_low())
    w2n_trap_by_code(W2N_TRAP_STACK_EXHAUSTED);
  return &w2n_library_store(store)->exceptions;
}

static void scan_tables(const struct w2n_library_store *library, struct w2n_exception_heap *heap) {
  for (const struct w2n_instance_record *r = library->instances; r; r = r->next) {
    const w2n_module *module = r->instance.module;
    const w2n_table *tables = (const void *)((const char *)&r->instance + module->table_offset);
    for (uint64_t i = 0; i < module->table_count; ++i)
      w2n_exception_scan_table(heap, &tables[i]);
  }
  for (const struct w2n_host_table *r = library->tables; r; r = r->next)
    w2n_exception_scan_table(heap, &r->table);
}

// The current stack from here upwards, and the parts of others on which calls wait for
// a host function that went on elsewhere. Gives 0 where the current stack is unknown.
static int scan_stacks(const w2n_store *store, struct w2n_exception_heap *heap, const void *here) {
  const struct w2n_activation *activation = w2n_library_store((w2n_store *)store)->calls;
  uintptr_t high;
  if (activation && activation == store->activation)
    high = activation->stack_high;
  else if (!w2n_find_stack((uintptr_t)here, &high))
    return 0;
  w2n_exception_scan(heap, here, (const void *)high);
  for (; activation; activation = activation->outer) {
    if (activation->stack_high != high && !activation->host_frame)
      return 0;
    if (activation->stack_high != high)
      w2n_exception_scan(heap, (const void *)activation->host_frame,
                         (const void *)activation->stack_high);
    high = activation->stack_high;
  }
  return 1;
}

int w2n_exception_scan_roots(w2n_store *store, const void *here) {
  struct w2n_library_store *library = w2n_library_store(store);
  struct w2n_exception_heap *heap = &library->exceptions;
  for (const struct w2n_trap *trap = library->traps; trap; trap = trap->next)
    w2n_exception_scan(heap, &trap->exception, &trap->exception + 1);
  // Instances and the host's globals are in the chunks, and the store itself in the last.
  for (const struct w2n_chunk *chunk = library->chunks; chunk; chunk = chunk->next)
    w2n_exception_scan(heap, chunk->next ? (const void *)(chunk + 1) : library + 1,
                       (const char *)chunk + chunk->used);
  scan_tables(library, heap);
  return scan_stacks(store, heap, here);
}

w2n_tag *w2n_tag_new(w2n_store *store, const w2n_type *type, const char *name) {
  w2n_tag *tag = w2n_store_allocate(store, sizeof(w2n_tag));
  if (!tag)
    return 0;
  tag->type = type;
  tag->name = name;
  for (const char *letter = type->signature; *letter != ':'; ++letter)
    tag->slot_count += *letter == 'v' ? 2 : 1;
  return tag;
}

w2n_exception *w2n_exception_new(w2n_store *store, const w2n_tag *tag, const uint64_t *values) {
  w2n_exception *exception = w2n_exception_create(store, tag);
  uint64_t *payload = w2n_exception_payload(exception);
  for (uint32_t i = 0; i < tag->slot_count; ++i)
    payload[i] = values[i];
  return exception;
}

uint64_t *w2n_exception_payload(w2n_exception *exception) { return (uint64_t *)(exception + 1); }

const w2n_tag *w2n_exception_tag(const w2n_exception *exception) { return exception->tag; }

void w2n_throw(w2n_store *store, w2n_exception *exception) { store->pending = exception; }
