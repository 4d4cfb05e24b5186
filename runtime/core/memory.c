//===- memory.c - Making and growing linear memories -----------------------===//
//
// A guarded memory owns W2N_GUARDED_RESERVATION bytes of address space, of which as much
// as it has grown to is accessible: it never moves. A memory with explicit bounds has what
// it has grown to and what the system adds to fill its pages, and may move.
//
//===----------------------------------------------------------------------===//

#include "core/memory.h"

#include "core/raise.h"
#include "platform/os.h"

// What 32-bit addresses reach.
#define MEMORY32_SIZE 0x100000000

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
  memory->previous = 0;
  if (memory->next)
    memory->next->previous = memory;
  guarded_memories = memory;
  unlock();
}

static void forget(const w2n_memory *memory) {
  lock();
  if (memory->previous)
    memory->previous->next = memory->next;
  else
    guarded_memories = memory->next;
  if (memory->next)
    memory->next->previous = memory->previous;
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

// The most pages a memory may ever have.
static uint64_t maximum_pages(uint64_t minimum, uint64_t declared_maximum, uint64_t flags) {
  if (flags & W2N_MEMORY_64BIT)
    return declared_maximum;
  uint64_t most = W2N_MEMORY32_MAXIMUM_SIZE / w2n_page_size(flags);
  if (most < minimum)
    most = minimum;
  return declared_maximum < most ? declared_maximum : most;
}

// The bytes to ask the system for; 0 where there are none of so many.
static uint64_t round_up(uint64_t size) {
  return size > UINT64_MAX - W2N_OS_GRANULE
             ? 0
             : (size + W2N_OS_GRANULE - 1) & -(uint64_t)W2N_OS_GRANULE;
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
  const uint64_t room = round_up(size);
  memory->base = room ? w2n_os_allocate(room) : 0;
  memory->reserved = room;
  return memory->base != 0;
}

int w2n_memory_try_create(w2n_memory *memory, uint64_t minimum, uint64_t declared_maximum,
                          uint64_t flags) {
  if (flags & (W2N_MEMORY_64BIT | W2N_MEMORY_BYTE_PAGES))
    flags &= ~(uint64_t)W2N_MEMORY_GUARDED;
  const uint64_t limit = memory->limit;
  *memory = (w2n_memory){
      .maximum_pages = maximum_pages(minimum, declared_maximum, flags),
      .flags = flags,
      .declared_maximum = declared_maximum,
      .limit = limit,
  };
  if (limit && limit / w2n_page_size(flags) < memory->maximum_pages)
    memory->maximum_pages = limit / w2n_page_size(flags);
  uint64_t size;
  if (minimum > memory->maximum_pages ||
      __builtin_mul_overflow(minimum, w2n_page_size(flags), &size))
    return 0;
  if (!(flags & W2N_MEMORY_64BIT) && size > MEMORY32_SIZE)
    return 0;
  int created =
      flags & W2N_MEMORY_GUARDED ? create_guarded(memory, size) : create_explicit(memory, size);
  if (created)
    memory->size = size;
  return created;
}

void w2n_memory_create(w2n_memory *memory, uint64_t minimum, uint64_t declared_maximum,
                       uint64_t flags) {
  if (w2n_memory_try_create(memory, minimum, declared_maximum, flags))
    return;
  w2n_trap_with_detail(W2N_TRAP_OUT_OF_MEMORY,
                       flags & W2N_MEMORY_GUARDED
                           ? "a guarded memory takes 8 GiB of address space, which may be "
                             "limited (ulimit -v); compile with --bounds=explicit"
                           : 0);
}

void w2n_memory_destroy(w2n_memory *memory) {
  if (memory->flags & W2N_MEMORY_GUARDED && memory->base)
    forget(memory);
  if (memory->base)
    w2n_os_release(memory->base, memory->reserved);
  *memory = (w2n_memory){0};
}

static int grow_explicit(w2n_memory *memory, uint64_t new_size) {
  if (new_size <= memory->reserved)
    return 1;
  const uint64_t room = round_up(new_size);
  if (!room)
    return 0;
  void *base = memory->base ? w2n_os_reallocate(memory->base, memory->reserved, room)
                            : w2n_os_allocate(room);
  if (!base)
    return 0;
  memory->base = base;
  memory->reserved = room;
  return 1;
}

uint64_t w2n_memory_grow(w2n_memory *memory, uint64_t pages) {
  const uint64_t page_size = w2n_page_size(memory->flags);
  const uint64_t old_pages = memory->size / page_size;
  uint64_t new_size;
  if (pages == 0)
    return old_pages;
  if (pages > memory->maximum_pages - old_pages ||
      __builtin_mul_overflow(old_pages + pages, page_size, &new_size))
    return UINT64_MAX;
  int grown = memory->flags & W2N_MEMORY_GUARDED
                  ? w2n_os_commit(memory->base + memory->size, new_size - memory->size)
                  : grow_explicit(memory, new_size);
  if (!grown)
    return UINT64_MAX;
  memory->size = new_size;
  return old_pages;
}
