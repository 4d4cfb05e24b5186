//===- load.h - Files that become part of the process ----------------------===//
//
// Implemented by load_<system>.c on top of the system's C library, which a host that loads
// libraries has; CMake chooses.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_PLATFORM_LIBRARY_LOAD_H
#define W2N_PLATFORM_LIBRARY_LOAD_H

#include <stddef.h>
#include <stdint.h>

// Functions that end badly give the system's words for why, which are good until the next one
// on this thread; null where all went well.

// The contents of a file, in memory of w2n_os_allocate(): *capacity bytes of it.
const char *w2n_load_read(const char *path, void **bytes, uint64_t *size, uint64_t *capacity);

// An image that the system has mapped.
struct w2n_loaded {
  // Of dlopen().
  void *handle;
  // Of the private copy, or -1.
  int fd;
};

// Has the system map the file at path.
const char *w2n_load_file(const char *path, struct w2n_loaded *result);
// Has the system map a copy that nobody else can write to. name is for people.
const char *w2n_load_copy(const char *name, const void *bytes, uint64_t size,
                          struct w2n_loaded *result);
// An object of the image by its name in C; null where there is none.
void *w2n_load_find(const struct w2n_loaded *loaded, const char *symbol);
void w2n_load_end(struct w2n_loaded *loaded);

#endif // W2N_PLATFORM_LIBRARY_LOAD_H
