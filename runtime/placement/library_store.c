//===- library_store.c - Stores and the memory of what lives in them -------===//

#include "core/memory.h"
#include "core/table.h"
#include "placement/library.h"
#include "placement/library_trap.h"
#include "platform/os.h"

#define CHUNK_SIZE W2N_OS_GRANULE

static uint64_t round_up(uint64_t size, uint64_t multiple) {
  return (size + multiple - 1) / multiple * multiple;
}

// A chunk with room for size bytes beside its own header.
static struct w2n_chunk *new_chunk(uint64_t size, struct w2n_chunk *next) {
  const uint64_t total = round_up(size + sizeof(struct w2n_chunk), CHUNK_SIZE);
  struct w2n_chunk *chunk = w2n_os_allocate(total);
  if (!chunk)
    return 0;
  chunk->next = next;
  chunk->size = total;
  chunk->used = sizeof(struct w2n_chunk);
  return chunk;
}

static void *take(struct w2n_chunk *chunk, uint64_t size) {
  void *result = (char *)chunk + chunk->used;
  chunk->used += size;
  return result;
}

void *w2n_store_allocate(w2n_store *store, uint64_t size) {
  struct w2n_library_store *library = w2n_library_store(store);
  const uint64_t rounded = round_up(size, 16);
  if (library->chunks->size - library->chunks->used < rounded) {
    struct w2n_chunk *chunk = new_chunk(rounded, library->chunks);
    if (!chunk)
      return 0;
    library->chunks = chunk;
  }
  return take(library->chunks, rounded);
}

w2n_store *w2n_store_new(void) {
  struct w2n_chunk *chunk = new_chunk(sizeof(struct w2n_library_store), 0);
  if (!chunk)
    return 0;
  struct w2n_library_store *library = take(chunk, round_up(sizeof(struct w2n_library_store), 16));
  library->chunks = chunk;
  return &library->store;
}

static void delete_instance(w2n_instance *instance) {
  const w2n_module *module = instance->module;
  w2n_memory *memories = (w2n_memory *)((char *)instance + module->memory_offset);
  for (uint64_t i = 0; i < module->memory_count; ++i)
    w2n_memory_destroy(&memories[i]);
  w2n_table *tables = (w2n_table *)((char *)instance + module->table_offset);
  for (uint64_t i = 0; i < module->table_count; ++i)
    w2n_table_destroy(&tables[i]);
}

void w2n_store_delete(w2n_store *store) {
  struct w2n_library_store *library = w2n_library_store(store);
  for (struct w2n_instance_record *r = library->instances; r; r = r->next)
    delete_instance(&r->instance);
  w2n_store_leave_modules(store);
  for (struct w2n_host_memory *r = library->memories; r; r = r->next)
    w2n_memory_destroy(&r->memory);
  for (struct w2n_host_table *r = library->tables; r; r = r->next)
    w2n_table_destroy(&r->table);
  w2n_trap_forget_exceptions(library);
  w2n_exception_heap_destroy(&library->exceptions);
  // The store itself is in the chunk that comes last.
  struct w2n_chunk *chunk = library->chunks;
  while (chunk) {
    struct w2n_chunk *next = chunk->next;
    w2n_os_release(chunk, chunk->size);
    chunk = next;
  }
}
