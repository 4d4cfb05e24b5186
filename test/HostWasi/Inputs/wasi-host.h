//===- wasi-host.h - What the hosts of these tests share --------------------===//

#ifndef TEST_HOSTWASI_WASI_HOST_H
#define TEST_HOSTWASI_WASI_HOST_H

#include "host.h"
#include "w2n_wasi.h"

// Ends the host where there is a trap.
static inline void expect_none(w2n_trap *trap) {
  if (!trap)
    return;
  printf("unexpected: %s\n", w2n_trap_message(trap));
  exit(1);
}

static inline w2n_wasi *wasi_of(const w2n_wasi_config *config) {
  w2n_wasi *result;
  expect_none(w2n_wasi_new(config, &result));
  return result;
}

// An instance of app, all of whose imports are those of WASI.
static inline w2n_instance *wasi_instance_of(w2n_store *store, w2n_wasi *wasi) {
  const w2n_options options = {.wasi = wasi};
  w2n_instance *result;
  expect_none(w2n_instantiate(store, &w2n_module_app, NULL, NULL, &options, &result));
  return result;
}

// Runs app from its start to its end, and gives its exit status.
static inline uint32_t run_app(const w2n_wasi_config *config) {
  uint32_t exit_status;
  w2n_store *store = w2n_store_new();
  w2n_wasi *wasi = wasi_of(config);
  expect_none(w2n_wasi_start(wasi_instance_of(store, wasi), &exit_status));
  w2n_store_delete(store);
  w2n_wasi_free(wasi);
  return exit_status;
}

#endif // TEST_HOSTWASI_WASI_HOST_H
