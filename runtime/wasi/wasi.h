//===- wasi.h - The state of WASI -------------------------------------------===//
//
// What a program, or what an instance in a host, has. Each function of wasi.def takes it first;
// compiled code of programs passes the address of w2n_program_wasi. "The program" is the module
// in either case. Files program_*.c are for programs, library_*.c for hosts, the rest for both.
//
// The functions give a W2N_WASI_* error, 0 for success. They write a result only when
// they succeed, and have no effect when an address that they are given is not in
// memory.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_WASI_WASI_H
#define W2N_WASI_WASI_H

#include "abi/abi.h"
#include "platform/host.h"
#include "wasi/functions.h"
#include "wasi/rights.h"
#include "wasi/types.h"

// Descriptors that a program can have at a time.
#define W2N_DESCRIPTOR_LIMIT 16384

// A number that no system gives to a descriptor.
#define W2N_NO_HOST_DESCRIPTOR INT32_MAX

typedef struct w2n_descriptor {
  // Of the host; -1: this number is free; W2N_NO_HOST_DESCRIPTOR.
  int host;
  // W2N_WASI_FILETYPE_*
  uint8_t filetype;
  // In a directory that the program may not change.
  uint8_t is_read_only;
  // Whether it was opened for reading, for writing; neither says anything of a directory.
  uint8_t reads;
  uint8_t writes;
  uint64_t rights_base;
  uint64_t rights_inheriting;
  // What the program calls this preopened directory; null for all others.
  const char *preopen;
  w2n_host_listing listing;
  // Functions of the host that are called instead of the system; null where host is one of its
  // descriptors, as always in programs.
  const struct w2n_wasi_stream *stream;
} w2n_descriptor;

struct w2n_extern;
struct w2n_wasi {
  // Of an instance in a host: finds what to link an import to, or gives 0; null in programs.
  int (*resolve)(w2n_wasi *wasi, w2n_instance *instance, const w2n_import *import,
                 struct w2n_extern *result);
  // The memory whose addresses the program gives; null where it has none.
  const w2n_memory *memory;
  // The arguments that the program sees: the first, null where it was started without any,
  // and the others, which end with null.
  const char *argument0;
  char **arguments;
  // Waiting for a time is denied too, as it tells the time.
  uint8_t clocks_denied;
  // Variables, of which a program sees those that it may; ends with null.
  char **environment;
  // All descriptors are below this number.
  uint32_t descriptor_count;
  // No number below this one is free.
  uint32_t lowest_free;
  // Room for descriptors, at most W2N_DESCRIPTOR_LIMIT; moves when more is needed.
  uint32_t descriptor_capacity;
  w2n_descriptor *descriptors;
};

// The only one of a program, which holds one module. Where it is linked, a constructor takes
// over the standard streams and opens the directories that the program may use; one that
// cannot be opened ends the program with a line on standard error and status 1.
extern w2n_wasi w2n_program_wasi;

// Looks up a descriptor that must have all of the rights. W2N_WASI_BADF,
// W2N_WASI_NOTCAPABLE.
uint32_t w2n_descriptor_get(w2n_wasi *wasi, uint32_t fd, uint64_t rights, w2n_descriptor **result);
// The same for what must not be a directory (W2N_WASI_BADF) and for what must be one
// (W2N_WASI_NOTDIR); the type is looked at before the rights.
uint32_t w2n_descriptor_get_file(w2n_wasi *wasi, uint32_t fd, uint64_t rights,
                                 w2n_descriptor **result);
uint32_t w2n_descriptor_get_directory(w2n_wasi *wasi, uint32_t fd, uint64_t rights,
                                      w2n_descriptor **result);
// The same for what bytes are read from, or written to, by right FD_READ or FD_WRITE and
// perhaps more: W2N_WASI_BADF, as POSIX has it, where it was not opened for that.
uint32_t w2n_descriptor_get_open(w2n_wasi *wasi, uint32_t fd, uint64_t rights,
                                 w2n_descriptor **result);
// Takes over the host's descriptor in the lowest free number. Gives it, or
// -W2N_WASI_MFILE, and then nothing is taken over. Pointers to descriptors are no longer good.
int64_t w2n_descriptor_add(w2n_wasi *wasi, const w2n_descriptor *descriptor);
// Makes room for more descriptors; 0 where there is none. Each placement defines it.
int w2n_descriptors_grow(w2n_wasi *wasi);
// Closes an open descriptor; its number is free afterwards.
int64_t w2n_descriptor_close(w2n_wasi *wasi, uint32_t fd);
// The rights that apply to an open file of the host with this type, mode and, for
// devices, nature.
uint64_t w2n_descriptor_rights(int host, uint8_t filetype, const w2n_host_mode *mode);

static inline int w2n_is_socket(uint8_t filetype) {
  return filetype == W2N_WASI_FILETYPE_SOCKET_STREAM || filetype == W2N_WASI_FILETYPE_SOCKET_DGRAM;
}

// What a result of platform/host.h means to the program.
static inline uint32_t w2n_wasi_error(int64_t result) {
  return result < 0 ? (uint32_t)-result : W2N_WASI_SUCCESS;
}

// What the systems call a W2N_WASI_* error; its name (ENOSPC) where they rarely do.
const char *w2n_error_text(uint32_t error);

#endif // W2N_WASI_WASI_H
