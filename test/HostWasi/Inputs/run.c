//===- run.c - A host that runs a command module as a program would be run -===//
//
//   run [--dir=HOST[::GUEST][:ro]] [--env=NAME=VALUE] [--no-clock] [--no-random] [ARGUMENT...]
//
// The module is app; its standard streams are those of the process. Exits as it does, with 134
// after a trap.
//
//===----------------------------------------------------------------------===//

#include "wasi-host.h"

#include <stddef.h>

enum { LIMIT = 64 };

static const char *after(const char *text, const char *prefix) {
  const size_t length = strlen(prefix);
  return strncmp(text, prefix, length) == 0 ? text + length : NULL;
}

static w2n_wasi_directory directory_of(char *text) {
  w2n_wasi_directory result = {text, text, 0};
  const size_t length = strlen(text);
  if (length > 3 && strcmp(text + length - 3, ":ro") == 0) {
    text[length - 3] = '\0';
    result.is_read_only = 1;
  }
  char *separator = strstr(text, "::");
  if (separator) {
    *separator = '\0';
    result.guest_path = separator + 2;
  }
  return result;
}

int main(int argc, char **argv) {
  w2n_wasi_directory directories[LIMIT];
  const char *environment[LIMIT] = {0};
  const char *arguments[LIMIT] = {argv[0]};
  size_t variable_count = 0;
  size_t argument_count = 1;
  w2n_wasi_config config = {
      .arguments = arguments,
      .environment = environment,
      .directories = directories,
      .streams = {{.kind = W2N_WASI_STREAM_INHERITED},
                  {.kind = W2N_WASI_STREAM_INHERITED},
                  {.kind = W2N_WASI_STREAM_INHERITED}},
      .allowed = W2N_WASI_ALLOW_CLOCKS | W2N_WASI_ALLOW_RANDOM,
  };
  for (int i = 1; i < argc; ++i) {
    if (after(argv[i], "--dir="))
      directories[config.directory_count++] = directory_of(argv[i] + strlen("--dir="));
    else if (after(argv[i], "--env="))
      environment[variable_count++] = after(argv[i], "--env=");
    else if (strcmp(argv[i], "--no-clock") == 0)
      config.allowed &= ~W2N_WASI_ALLOW_CLOCKS;
    else if (strcmp(argv[i], "--no-random") == 0)
      config.allowed &= ~W2N_WASI_ALLOW_RANDOM;
    else
      arguments[argument_count++] = argv[i];
  }
  uint32_t exit_status;
  w2n_store *store = w2n_store_new();
  w2n_wasi *wasi = wasi_of(&config);
  w2n_trap *trap = w2n_wasi_start(wasi_instance_of(store, wasi), &exit_status);
  if (trap) {
    fprintf(stderr, "%s\n", w2n_trap_message(trap));
    exit_status = 134;
  }
  w2n_trap_free(trap);
  w2n_store_delete(store);
  w2n_wasi_free(wasi);
  return (int)exit_status;
}
