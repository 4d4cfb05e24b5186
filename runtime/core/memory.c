//===- memory.c - Making and growing linear memories -----------------------===//
//
// A guarded memory owns W2N_GUARDED_RESERVATION bytes of address space, of which as much
// as it has grown to is accessible: it never moves. A memory with explicit bounds has
// exactly what it has grown to, and may move.
//
//===----------------------------------------------------------------------===//

#include "core/memory.h"

#include "core/raise.h"
#include "platform/os.h"

// Pages of a memory with 32-bit addresses, as the specification counts.
enum { MEMORY32_PAGES = 65536 };

// The guarded memories of the process, for the fault handler of any thread.
static w2n_memory *guarded_memories;
static char guarded_memories_lock;

static void lock(void) {
  while (__atomic_test_and_set(&guarded_memories_lock, __ATOMIC_ACQUIRE))
    ;
}

static void unlock(void) { __atomic_clear(&guarded_memories_lock, __ATOMIC_RELEASE); }

static void remember(w2n_memory *memory) {
  lock();
  memory->next = guarded_memories;
  guarded_memories = memory;
  unlock();
}

static void forget(const w2n_memory *memory) {
  lock();
  w2n_memory **link = &guarded_memories;
  while (*link && *link != memory)
    link = &(*link)->next;
  if (*link)
    *link = memory->next;
  unlock();
}

// Compiled code never holds the lock when it faults: it cannot wait for itself here.
int w2n_is_guarded_memory(uintptr_t address) {
  lock();
  const w2n_memory *memory = guarded_memories;
  while (memory && address - (uintptr_t)memory->base >= memory->reserved)
    memory = memory->next;
  unlock();
  return memory != 0;
}

static uint64_t cap_maximum(uint64_t minimum, uint64_t maximum) {
  if (maximum > MEMORY32_PAGES || maximum <= W2N_MEMORY32_MAXIMUM_PAGES)
    return maximum;
  return minimum > W2N_MEMORY32_MAXIMUM_PAGES ? minimum : W2N_MEMORY32_MAXIMUM_PAGES;
}

static int create_guarded(w2n_memory *memory, uint64_t size) {
  uint8_t *base = w2n_os_reserve(W2N_GUARDED_RESERVATION);
  if (!base)
    return 0;
  if (size && !w2n_os_commit(base, size)) {
    w2n_os_release(base, W2N_GUARDED_RESERVATION);
    return 0;
  }
  memory->base = base;
  memory->reserved = W2N_GUARDED_RESERVATION;
  remember(memory);
  return 1;
}

static int create_explicit(w2n_memory *memory, uint64_t size) {
  if (!size)
    return 1;
  memory->base = w2n_os_allocate(size);
  memory->reserved = size;
  return memory->base != 0;
}

int w2n_memory_try_create(w2n_memory *memory, uint64_t minimum, uint64_t maximum,
                          uint64_t declared_maximum, uint64_t flags) {
  *memory = (w2n_memory){
      .maximum_pages = cap_maximum(minimum, maximum),
      .flags = flags,
      .declared_maximum = declared_maximum,
  };
  uint64_t size;
  if (__builtin_mul_overflow(minimum, W2N_PAGE_SIZE, &size))
    return 0;
  int created =
      flags & W2N_MEMORY_GUARDED ? create_guarded(memory, size) : create_explicit(memory, size);
  if (created)
    memory->size = size;
  return created;
}

void w2n_memory_create(w2n_memory *memory, uint64_t minimum, uint64_t maximum,
                       uint64_t declared_maximum, uint64_t flags) {
  if (w2n_memory_try_create(memory, minimum, maximum, declared_maximum, flags))
    return;
  w2n_trap_with_detail(W2N_TRAP_OUT_OF_MEMORY,
                       flags & W2N_MEMORY_GUARDED
                           ? "a guarded memory takes 8 GiB of address space, which may be "
                             "limited (ulimit -v); compile with --bounds=explicit"
                           : 0);
}

void w2n_memory_destroy(w2n_memory *memory) {
  if (memory->flags & W2N_MEMORY_GUARDED)
    forget(memory);
  if (memory->base)
    w2n_os_release(memory->base, memory->reserved);
  *memory = (w2n_memory){0};
}

static int grow_explicit(w2n_memory *memory, uint64_t new_size) {
  void *base = memory->base ? w2n_os_reallocate(memory->base, memory->size, new_size)
                            : w2n_os_allocate(new_size);
  if (!base)
    return 0;
  memory->base = base;
  memory->reserved = new_size;
  return 1;
}

uint64_t w2n_memory_grow(w2n_memory *memory, uint64_t pages) {
  const uint64_t old_pages = memory->size / W2N_PAGE_SIZE;
  if (pages == 0)
    return old_pages;
  // The memory may be larger than a cap that its minimum broke.
  if (old_pages > memory->maximum_pages || pages > memory->maximum_pages - old_pages)
    return UINT64_MAX;
  uint64_t new_size;
  if (__builtin_mul_overflow(old_pages + pages, W2N_PAGE_SIZE, &new_size))
    return UINT64_MAX;
  int grown = memory->flags & W2N_MEMORY_GUARDED
                  ? w2n_os_commit(memory->base + memory->size, new_size - memory->size)
                  : grow_explicit(memory, new_size);
  if (!grown)
    return UINT64_MAX;
  memory->size = new_size;
  return old_pages;
}
