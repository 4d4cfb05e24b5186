//===- exceptions.c - Allocating and freeing exceptions --------------------===//

#include "core/exceptions.h"

#include "core/backtrace.h"
#include "core/raise.h"
#include "platform/os.h"

#define CELL_SIZE W2N_EXCEPTION_CELL_SIZE

// How many cells there may be before the first collection.
#define FIRST_LIMIT 128

struct w2n_exception_run {
  struct w2n_exception_run *next;
  uint64_t cells;
};

// What a cell is: free, the first of an exception (that has been found alive), or a
// further one.
enum state { FREE, FIRST, ALIVE, FURTHER };

static struct w2n_exception_record *cell(const struct w2n_exception_heap *heap, uint64_t index) {
  return (struct w2n_exception_record *)(heap->cells + index * CELL_SIZE);
}

static uint64_t index_of(const struct w2n_exception_heap *heap, const void *cell_address) {
  return (uint64_t)((const char *)cell_address - heap->cells) / CELL_SIZE;
}

// Collection.

static void scan_word(struct w2n_exception_heap *heap, uintptr_t word) {
  if (word - (uintptr_t)heap->cells >= heap->count * CELL_SIZE)
    return;
  uint64_t index = index_of(heap, (const void *)word);
  while (heap->states[index] == FURTHER)
    --index;
  if (heap->states[index] != FIRST)
    return;
  heap->states[index] = ALIVE;
  struct w2n_exception_record *record = cell(heap, index);
  record->next_found = heap->found;
  heap->found = record;
  heap->alive += record->cells;
}

void w2n_exception_scan(struct w2n_exception_heap *heap, const void *low, const void *high) {
  heap->scanned += (uint64_t)((const char *)high - (const char *)low);
  for (const uintptr_t *word = low; word < (const uintptr_t *)high; ++word)
    scan_word(heap, *word);
}

void w2n_exception_scan_table(struct w2n_exception_heap *heap, const w2n_table *table) {
  if ((table->element_type & ~(uint64_t)W2N_VALUE_NON_NULL) == W2N_VALUE_EXNREF)
    w2n_exception_scan(heap, table->elements, table->elements + table->size);
}

static void scan_payloads(struct w2n_exception_heap *heap) {
  while (heap->found) {
    const struct w2n_exception_record *record = heap->found;
    heap->found = record->next_found;
    const uint64_t *slots = (const uint64_t *)(&record->exception + 1);
    w2n_exception_scan(heap, slots, slots + record->exception.tag->slot_count);
  }
}

// Puts the cells of what was not found alive into runs.
static void sweep(struct w2n_exception_heap *heap) {
  struct w2n_exception_run **link = &heap->free;
  uint64_t index = 0;
  while (index < heap->count) {
    if (heap->states[index] == ALIVE) {
      heap->states[index] = FIRST;
      index += cell(heap, index)->cells;
      continue;
    }
    struct w2n_exception_run *run = (struct w2n_exception_run *)cell(heap, index);
    const uint64_t first = index;
    for (; index < heap->count && heap->states[index] != ALIVE; ++index)
      heap->states[index] = FREE;
    run->cells = index - first;
    *link = run;
    link = &run->next;
  }
  *link = 0;
}

static void keep_all(struct w2n_exception_heap *heap) {
  for (uint64_t i = 0; i < heap->count; ++i)
    if (heap->states[i] == FIRST)
      heap->states[i] = ALIVE;
  heap->alive = heap->count;
}

// Out of line, so that its frame is below the registers that collect() saves.
__attribute__((noinline)) static void collect_from_here(w2n_store *store,
                                                        struct w2n_exception_heap *heap) {
  heap->found = 0;
  heap->alive = heap->scanned = 0;
  const int complete = w2n_exception_scan_roots(store, __builtin_frame_address(0));
  scan_payloads(heap);
  if (!complete)
    keep_all(heap);
  sweep(heap);
}

// Frees what nothing refers to, and says when it is time again: when as many cells more
// are in use as were found alive, or as would take as long to scan.
__attribute__((noinline)) static void collect(w2n_store *store, struct w2n_exception_heap *heap) {
  __builtin_unwind_init();
  collect_from_here(store, heap);
  heap->limit = 2 * heap->alive + heap->scanned / CELL_SIZE;
  if (heap->limit < FIRST_LIMIT)
    heap->limit = FIRST_LIMIT;
  if (heap->limit > W2N_EXCEPTION_CELLS)
    heap->limit = W2N_EXCEPTION_CELLS;
}

// Allocation.

// A run of free cells, or null.
static void *take_free(struct w2n_exception_heap *heap, uint64_t cells) {
  struct w2n_exception_run **link = &heap->free;
  while (*link && (*link)->cells < cells)
    link = &(*link)->next;
  struct w2n_exception_run *run = *link;
  if (!run)
    return 0;
  if (run->cells == cells) {
    *link = run->next;
  } else {
    struct w2n_exception_run *rest = (struct w2n_exception_run *)((char *)run + cells * CELL_SIZE);
    *rest = (struct w2n_exception_run){run->next, run->cells - cells};
    *link = rest;
  }
  return run;
}

// Cells that were never in use, up to the limit, or null.
static void *take_fresh(struct w2n_exception_heap *heap, uint64_t cells) {
  if (heap->count + cells > heap->limit)
    return 0;
  const uint64_t end = (heap->count + cells) * CELL_SIZE;
  const uint64_t used = heap->count * CELL_SIZE;
  const uint64_t committed = (used + W2N_OS_GRANULE - 1) & -(uint64_t)W2N_OS_GRANULE;
  const uint64_t needed = (end + W2N_OS_GRANULE - 1) & -(uint64_t)W2N_OS_GRANULE;
  if (needed > committed && !w2n_os_commit(heap->cells + committed, needed - committed))
    return 0;
  heap->count += cells;
  return heap->cells + used;
}

static int reserve(struct w2n_exception_heap *heap) {
  if (heap->cells)
    return 1;
  char *cells = w2n_os_reserve((uint64_t)W2N_EXCEPTION_CELLS * CELL_SIZE);
  if (!cells)
    return 0;
  uint8_t *states = w2n_os_allocate(W2N_EXCEPTION_CELLS);
  if (!states) {
    w2n_os_release(cells, (uint64_t)W2N_EXCEPTION_CELLS * CELL_SIZE);
    return 0;
  }
  heap->cells = cells;
  heap->states = states;
  heap->limit = FIRST_LIMIT;
  return 1;
}

static void *take(w2n_store *store, struct w2n_exception_heap *heap, uint64_t cells) {
  if (!reserve(heap))
    return 0;
  void *result = take_free(heap, cells);
  if (!result)
    result = take_fresh(heap, cells);
  if (result)
    return result;
  collect(store, heap);
  result = take_free(heap, cells);
  return result ? result : take_fresh(heap, cells);
}

w2n_exception *w2n_exception_try_create(w2n_store *store, struct w2n_exception_heap *heap,
                                        const w2n_tag *tag, uintptr_t fp) {
  const uint64_t size = sizeof(struct w2n_exception_record) + tag->slot_count * sizeof(uint64_t);
  const uint64_t cells = (size + CELL_SIZE - 1) / CELL_SIZE;
  struct w2n_exception_record *record = take(store, heap, cells);
  if (!record)
    return 0;
  const uint64_t first = index_of(heap, record);
  heap->states[first] = FIRST;
  for (uint64_t i = 1; i < cells; ++i)
    heap->states[first + i] = FURTHER;
  record->cells = (uint32_t)cells;
  record->exception.tag = tag;
  record->frame_count = w2n_backtrace_innermost(record->frames, W2N_BACKTRACE_INNERMOST, fp);
  return &record->exception;
}

w2n_exception *w2n_exception_create(w2n_store *store, const w2n_tag *tag) {
  const uintptr_t fp = (uintptr_t)__builtin_frame_address(0);
  w2n_exception *exception = w2n_exception_try_create(store, w2n_exceptions_of(store), tag, fp);
  if (!exception)
    w2n_trap_with_detail(W2N_TRAP_OUT_OF_MEMORY, "too many exceptions are alive");
  return exception;
}

void w2n_exception_heap_destroy(struct w2n_exception_heap *heap) {
  if (!heap->cells)
    return;
  w2n_os_release(heap->cells, (uint64_t)W2N_EXCEPTION_CELLS * CELL_SIZE);
  w2n_os_release(heap->states, W2N_EXCEPTION_CELLS);
}
