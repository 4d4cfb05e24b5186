/* Runs what w2c2 makes of a benchmark, with the WASI of w2c2. */
#include <stdio.h>
#include <stdlib.h>

#include "bench.h"
#include "wasi.h"

extern char **environ;

void trap(Trap trap) {
  fprintf(stderr, "%s\n", trapDescription(trap));
  abort();
}

wasmMemory *wasiMemory(void *instance) { return bench_memory((benchInstance *)instance); }

int main(int count, char **arguments) {
  benchInstance instance;
  if (!wasiInit(count, arguments, environ))
    return 1;
  benchInstantiate(&instance, NULL);
  bench__start(&instance);
  benchFreeInstance(&instance);
  return 0;
}
