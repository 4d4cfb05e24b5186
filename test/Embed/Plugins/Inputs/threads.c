//===- threads.c - Threads that open, call and close libraries at once ------===//

#define _POSIX_C_SOURCE 200809L
#include "plugin.h"
#include <pthread.h>

enum { THREADS = 8, ROUNDS = 40 };

static void round_of(const char *path, int32_t number) {
  const w2n_module *module = open_module(path, 0);
  w2n_store *store = w2n_store_new();
  w2n_instance *instance = instance_of(store, module, NULL, NULL);
  for (int32_t i = 0; i < 20; ++i)
    if (call_i32(store, instance, "add", number) != number * (i + 1))
      exit(2);
  uint64_t values[1] = {65536};
  w2n_trap *trap = w2n_call(store, export_of(instance, "load").object.function, values);
  if (!trap || w2n_trap_code(trap) != W2N_TRAP_MEMORY_OUT_OF_BOUNDS)
    exit(3);
  w2n_trap_free(trap);
  w2n_store_delete(store);
  if (w2n_module_close(module))
    exit(4);
}

static pthread_barrier_t barrier;
static char **paths;
static int path_count;

static void *run(void *argument) {
  const int32_t number = (int32_t)(intptr_t)argument;
  for (int32_t i = 0; i < ROUNDS; ++i)
    round_of(paths[(i + number) % path_count], number);
  // The sanitizer of threads does not see that what the runtime gives back to the system is other
  // memory when it is taken again.
  pthread_barrier_wait(&barrier);
  w2n_thread_detach();
  return NULL;
}

int main(int argc, char **argv) {
  pthread_t threads[THREADS];
  pthread_barrier_init(&barrier, NULL, THREADS);
  paths = argv + 1;
  path_count = argc - 1;
  for (int i = 0; i < THREADS; ++i)
    pthread_create(&threads[i], NULL, run, (void *)(intptr_t)(i + 1));
  for (int i = 0; i < THREADS; ++i)
    pthread_join(threads[i], NULL);
  puts("done");
}
