//===- w2n_wasi.h - WASI for modules inside a host -------------------------===//
//
// Gives instances the functions of wasi_snapshot_preview1 and wasi_unstable. What an instance
// may do is what its configuration says; nothing is inherited from the process otherwise.
//
//   w2n_wasi_directory data = {.host_path = "/srv/data", .guest_path = "/data"};
//   w2n_wasi_config config = {
//       .arguments = (const char *const[]){"app", "--verbose", NULL},
//       .directories = &data,
//       .directory_count = 1,
//       .streams[1] = {.kind = W2N_WASI_STREAM_INHERITED},
//       .allowed = W2N_WASI_ALLOW_CLOCKS | W2N_WASI_ALLOW_RANDOM,
//   };
//   w2n_trap *trap = w2n_wasi_new(&config, &wasi);
//   const w2n_options options = {.wasi = wasi};
//   trap = w2n_instantiate(store, &w2n_module_app, NULL, NULL, &options, &instance);
//   trap = w2n_wasi_start(instance, &exit_status);
//   ...
//   w2n_store_delete(store);
//   w2n_wasi_free(wasi);
//
// The functions use the memory that the calling instance exports as "memory". Nothing is kept
// outside of what w2n_wasi_new() gives, which one thread at a time may use: instances that have
// one each can be used at the same time, in the same thread or in others.
//
// Differences from a program: proc_exit ends the call into the instance, with the trap
// W2N_TRAP_EXIT; proc_raise gives the errno notcapable, since a signal is for the whole
// process; and SIGPIPE is left as the host has it: one that gives away pipes or sockets
// whose other end may be closed ignores it.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_WASI_H
#define W2N_WASI_H

#include "w2n.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct w2n_wasi w2n_wasi;

// Reads at most size bytes, at least one if it can; gives their number, 0 at the end, or a
// negative number, which the module sees as the errno io. size is not 0.
typedef int64_t (*w2n_wasi_read)(void *context, void *bytes, size_t size);
// Writes size bytes or fewer; gives their number, or a negative number as above. size is not 0.
typedef int64_t (*w2n_wasi_write)(void *context, const void *bytes, size_t size);

typedef enum w2n_wasi_stream_kind {
  // Nothing can be read from it, and what is written to it is gone.
  W2N_WASI_STREAM_NULL = 0,
  // The one of the process with the same number.
  W2N_WASI_STREAM_INHERITED = 1,
  // A descriptor of the host. It is duplicated, and stays the host's.
  W2N_WASI_STREAM_DESCRIPTOR = 2,
  // Functions of the host.
  W2N_WASI_STREAM_CALLBACKS = 3,
} w2n_wasi_stream_kind;

typedef struct w2n_wasi_stream {
  w2n_wasi_stream_kind kind;
  // Of W2N_WASI_STREAM_DESCRIPTOR.
  int descriptor;
  // Of W2N_WASI_STREAM_CALLBACKS; null where the module must not read, or write. They are called in
  // the middle of a call into the instance, and may call into its store. They must not be left
  // by longjmp or a C++ exception.
  w2n_wasi_read read;
  w2n_wasi_write write;
  void *context;
} w2n_wasi_stream;

// A directory that the module may use, and all beneath it.
typedef struct w2n_wasi_directory {
  const char *host_path;
  // What the module calls it.
  const char *guest_path;
  // Not 0: nothing can be changed in it.
  int is_read_only;
} w2n_wasi_directory;

// Functions of clocks, and waiting for a time. Without it, they give the errno notcapable.
#define W2N_WASI_ALLOW_CLOCKS 1u
// random_get. Without it, it gives the errno notcapable.
#define W2N_WASI_ALLOW_RANDOM 2u

// What instances may do. All zero: no more than to compute. It is copied, with all that it
// points to but the contexts of streams.
typedef struct w2n_wasi_config {
  // Ends with null; the first is by custom the program's name. Null: none.
  const char *const *arguments;
  // NAME=value, ends with null. Null: none.
  const char *const *environment;
  // They get the descriptors from 3 on, in this order.
  const w2n_wasi_directory *directories;
  size_t directory_count;
  // Sockets of the host, mostly ones that listen; they are duplicated, and get the descriptors
  // that follow.
  const int *sockets;
  size_t socket_count;
  // Standard input, output and error.
  w2n_wasi_stream streams[3];
  // W2N_WASI_ALLOW_*.
  uint32_t allowed;
} w2n_wasi_config;

// Opens what the configuration names. *result is for one instance, or for several that are to
// share their descriptors; its owner is the caller. The trap is W2N_TRAP_LINK, with what cannot be
// opened in its message; then *result is null.
w2n_trap *w2n_wasi_new(const w2n_wasi_config *config, w2n_wasi **result);
// Closes all its descriptors. No instance that has it may be used any more. Does nothing for null.
void w2n_wasi_free(w2n_wasi *wasi);

// Starts an instance whose module was made for WASI, once: calls the function that it exports
// as _start, or, where there is none, as _initialize (such a module is a library, whose
// functions may be called afterwards); does nothing where there is neither. Instantiation
// does not do that. Such a function has no operands and no results, or the trap is W2N_TRAP_LINK.
// An end by proc_exit is not a trap here: *exit_status is its status, and 0 otherwise.
w2n_trap *w2n_wasi_start(w2n_instance *instance, uint32_t *exit_status);

#ifdef __cplusplus
}
#endif

#endif // W2N_WASI_H
