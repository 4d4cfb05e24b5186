//===- churn.c - Loads one path again and again -----------------------------===//
//
// churn LIBRARY SECONDS: four versions are open at a time; each is used when it is opened and
// again before it is closed. Ends with a status other than 0 where anything is not as it should.
//
//===----------------------------------------------------------------------===//

#define _POSIX_C_SOURCE 200809L
#include "plugin.h"
#include <time.h>

struct plugin {
  const w2n_module *module;
  w2n_store *store;
  w2n_instance *instance;
};

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void use(const struct plugin *plugin) {
  if (call_i32(plugin->store, plugin->instance, "double", 21) != 42)
    exit(2);
  uint64_t values[1] = {1 << 20};
  w2n_function *load = export_of(plugin->instance, "load").object.function;
  w2n_trap *trap = w2n_call(plugin->store, load, values);
  if (!trap || w2n_trap_code(trap) != W2N_TRAP_MEMORY_OUT_OF_BOUNDS)
    exit(3);
  w2n_trap_free(trap);
}

int main(int argc, char **argv) {
  struct plugin plugins[4] = {{NULL, NULL, NULL}};
  const double end = now() + (argc == 3 ? atof(argv[2]) : 1);
  int guarded = 0, opened = 0;
  for (; now() < end; ++opened) {
    struct plugin *plugin = &plugins[opened % 4];
    if (plugin->module) {
      use(plugin);
      w2n_store_delete(plugin->store);
      if (w2n_module_close(plugin->module))
        return 4;
    }
    plugin->module = open_module(argv[1], 0);
    plugin->store = w2n_store_new();
    plugin->instance = instance_of(plugin->store, plugin->module, NULL, NULL);
    use(plugin);
    guarded += plugin->module->flags & W2N_MODULE_GUARDED;
  }
  printf("opened: %d of the first build, %d of the second\n", guarded, opened - guarded);
}
