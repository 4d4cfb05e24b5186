//===- threads.c - Threads and their variables as libSystem has them -------===//
//
// Darwin's pthread_mutex_t and pthread_once_t are large enough to hold Linux's behind their
// signature. Its pthread_cond_t is not, and has a condition variable of our own.
//
//===----------------------------------------------------------------------===//

#include "images.h"
#include "libsystem.h"
#include "loader.h"
#include "machine.h"

#include <errno.h>
#include <linux/futex.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

// Of all images together. Those that are opened later need their place in threads that are
// there already, so it is taken before.
enum { THREAD_AREA_SIZE = 0x10000, THREAD_ALIGNMENT = 64 };

_Alignas(THREAD_ALIGNMENT) _Thread_local char machorun_thread_area[THREAD_AREA_SIZE];

struct darwin_thread {
  pthread_t here;
  void *(*start)(void *);
  void *argument;
  // Of its stack, from low to high.
  char *low;
  char *high;
  // Its machorun_thread_area, and the next thread that has one.
  char *area;
  struct darwin_thread *next;
};

static struct darwin_thread main_thread;
static _Thread_local struct darwin_thread *current;

// What a new thread's area has, and all threads that have one.
static char first_values[THREAD_AREA_SIZE];
static size_t used;
static struct darwin_thread *threads;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void enter(struct darwin_thread *thread) {
  current = thread;
  thread->area = machorun_thread_area;
  pthread_mutex_lock(&lock);
  memcpy(thread->area, first_values, used);
  thread->next = threads;
  threads = thread;
  pthread_mutex_unlock(&lock);
}

static void leave(struct darwin_thread *thread) {
  pthread_mutex_lock(&lock);
  struct darwin_thread **link = &threads;
  while (*link != thread)
    link = &(*link)->next;
  *link = thread->next;
  pthread_mutex_unlock(&lock);
}

void machorun_start_threads(void) {
  main_thread.here = pthread_self();
  enter(&main_thread);
}

char *machorun_thread_values(void) { return machorun_thread_area; }

size_t machorun_add_thread_values(const char *values, size_t initialized, size_t size) {
  pthread_mutex_lock(&lock);
  const size_t offset = (used + THREAD_ALIGNMENT - 1) / THREAD_ALIGNMENT * THREAD_ALIGNMENT;
  if (offset > THREAD_AREA_SIZE || size > THREAD_AREA_SIZE - offset)
    machorun_fail_number("more thread-locals than are modelled", THREAD_AREA_SIZE);
  memcpy(first_values + offset, values, initialized);
  used = offset + size;
  for (struct darwin_thread *thread = threads; thread; thread = thread->next)
    memcpy(thread->area + offset, values, initialized);
  pthread_mutex_unlock(&lock);
  return offset;
}

// Darwin's numbers of errors that Linux gives as results.
static int result_of(int linux_error) {
  if (linux_error == 0)
    return 0;
  errno = linux_error;
  machorun_result(-1);
  return *darwin_error();
}

enum {
  STACK_SIZE = 512 << 10,
  // What glibc itself needs of a stack, above all for machorun_thread_area.
  STACK_RESERVE = THREAD_AREA_SIZE + (64 << 10),
};

// Below what Darwin would have given there is nothing.
static void *start_thread(void *data) {
  struct darwin_thread *thread = data;
  const uintptr_t page = DARWIN_PAGE_SIZE;
  char *lowest = thread->low;
  thread->high = (char *)(((uintptr_t)__builtin_frame_address(0) + page - 1) / page * page);
  thread->low = thread->high - STACK_SIZE;
  machorun_protect(lowest, (size_t)(thread->low - lowest), PROT_NONE);
  enter(thread);
  void *result = thread->start(thread->argument);
  leave(thread);
  return result;
}

int darwin_pthread_create(void **result, const void *attributes, void *(*start)(void *),
                          void *argument) {
  if (attributes)
    machorun_fail("not modelled", "pthread_create with attributes");
  struct darwin_thread *thread = calloc(1, sizeof(*thread));
  const size_t size = STACK_SIZE + STACK_RESERVE;
  thread->low = machorun_map(0, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  // Whole pages of Darwin.
  thread->low = (char *)(((uintptr_t)thread->low + DARWIN_PAGE_SIZE - 1) &
                         ~(uintptr_t)(DARWIN_PAGE_SIZE - 1));
  thread->start = start;
  thread->argument = argument;
  pthread_attr_t here;
  pthread_attr_init(&here);
  pthread_attr_setstack(&here, thread->low, size - DARWIN_PAGE_SIZE);
  *result = thread;
  const int error = pthread_create(&thread->here, &here, start_thread, thread);
  pthread_attr_destroy(&here);
  return result_of(error);
}

// Threads are few, and their stacks stay.
int darwin_pthread_join(struct darwin_thread *thread, void **result) {
  return result_of(pthread_join(thread->here, result));
}

int darwin_pthread_detach(struct darwin_thread *thread) {
  return result_of(pthread_detach(thread->here));
}

int darwin_pthread_equal(const void *a, const void *b) { return a == b; }

void *darwin_pthread_self(void) { return current; }

int darwin_pthread_kill(struct darwin_thread *thread, int signal) {
  const int number = machorun_linux_signal(signal);
  if (signal != 0 && number == 0)
    machorun_fail_number("a signal that is not modelled", (uint64_t)signal);
  return result_of(pthread_kill(thread->here, number));
}

void *darwin_pthread_get_stackaddr_np(struct darwin_thread *thread) {
  return thread == &main_thread ? machorun_main_stack()->high : thread->high;
}

size_t darwin_pthread_get_stacksize_np(struct darwin_thread *thread) {
  const struct machorun_stack *main_stack = machorun_main_stack();
  return thread == &main_thread ? (size_t)(main_stack->high - main_stack->low) : STACK_SIZE;
}

struct darwin_mutex {
  long signature;
  pthread_mutex_t here;
};
_Static_assert(sizeof(struct darwin_mutex) <= 64, "Darwin's is as large");

int darwin_pthread_mutex_init(struct darwin_mutex *mutex, const void *attributes) {
  if (attributes)
    machorun_fail("not modelled", "pthread_mutex_init with attributes");
  return result_of(pthread_mutex_init(&mutex->here, 0));
}

int darwin_pthread_mutex_destroy(struct darwin_mutex *mutex) {
  return result_of(pthread_mutex_destroy(&mutex->here));
}

int darwin_pthread_mutex_lock(struct darwin_mutex *mutex) {
  return result_of(pthread_mutex_lock(&mutex->here));
}

int darwin_pthread_mutex_trylock(struct darwin_mutex *mutex) {
  return result_of(pthread_mutex_trylock(&mutex->here));
}

int darwin_pthread_mutex_unlock(struct darwin_mutex *mutex) {
  return result_of(pthread_mutex_unlock(&mutex->here));
}

struct darwin_once {
  long signature;
  pthread_once_t here;
};

int darwin_pthread_once(struct darwin_once *once, void (*function)(void)) {
  return result_of(pthread_once(&once->here, function));
}

// Counts how often it was signalled.
struct darwin_condition {
  long signature;
  _Atomic(uint32_t) count;
};

int darwin_pthread_cond_init(struct darwin_condition *condition, const void *attributes) {
  if (attributes)
    machorun_fail("not modelled", "pthread_cond_init with attributes");
  atomic_store(&condition->count, 0);
  return 0;
}

int darwin_pthread_cond_destroy(struct darwin_condition *condition) {
  (void)condition;
  return 0;
}

int darwin_pthread_cond_wait(struct darwin_condition *condition, struct darwin_mutex *mutex) {
  const uint32_t seen = atomic_load(&condition->count);
  darwin_pthread_mutex_unlock(mutex);
  syscall(SYS_futex, &condition->count, FUTEX_WAIT, seen, 0, 0, 0);
  return darwin_pthread_mutex_lock(mutex);
}

static int wake(struct darwin_condition *condition, int how_many) {
  atomic_fetch_add(&condition->count, 1);
  syscall(SYS_futex, &condition->count, FUTEX_WAKE, how_many, 0, 0, 0);
  return 0;
}

int darwin_pthread_cond_signal(struct darwin_condition *condition) { return wake(condition, 1); }

int darwin_pthread_cond_broadcast(struct darwin_condition *condition) {
  return wake(condition, INT32_MAX);
}

int darwin_pthread_key_create(unsigned long *key, void (*destructor)(void *)) {
  pthread_key_t here;
  const int error = pthread_key_create(&here, destructor);
  *key = here;
  return result_of(error);
}

int darwin_pthread_key_delete(unsigned long key) {
  return result_of(pthread_key_delete((pthread_key_t)key));
}

void *darwin_pthread_getspecific(unsigned long key) {
  return pthread_getspecific((pthread_key_t)key);
}

int darwin_pthread_setspecific(unsigned long key, const void *value) {
  return result_of(pthread_setspecific((pthread_key_t)key, value));
}
