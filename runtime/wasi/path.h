//===- path.h - Paths beneath a directory -----------------------------------===//
//
// Every function that takes a path has it resolved here, once, to an open directory and
// the name of an entry in it that is not followed. That no path leads out of the
// directory that it starts in is the work of w2n_host_open_beneath(); nothing here
// decides that by looking at characters.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_WASI_PATH_H
#define W2N_WASI_PATH_H

#include "wasi/memory.h"

// What becomes of a symbolic link that the whole path names.
typedef enum w2n_path_links {
  W2N_LINKS_KEPT,
  // Followed only if the path ends with a slash, as POSIX has it.
  W2N_LINKS_KEPT_UNLESS_SLASH,
  W2N_LINKS_FOLLOWED,
} w2n_path_links;

typedef struct w2n_path {
  // The directory that has the entry: a descriptor of the host.
  int directory;
  // The entry; "." for the directory itself.
  const char *name;
  // The path ended with a slash: only a directory will do.
  uint8_t needs_directory;
  // The directory must not be changed.
  uint8_t is_read_only;
  // Whether the directory is not the one that the path started in.
  uint8_t is_entered;
  // The path of the directory, and behind its NUL mostly the name.
  char text[W2N_PATH_SIZE + 1];
} w2n_path;

// Where a path starts and what must be allowed there.
typedef struct w2n_path_start {
  uint32_t fd;
  uint64_t rights;
  // The operation changes a directory or a file: W2N_WASI_ROFS where that is forbidden.
  int is_change;
} w2n_path_start;

// Resolves length bytes at an address of the program. Errors: of the descriptor;
// W2N_WASI_FAULT; W2N_WASI_INVAL for a NUL; W2N_WASI_NOENT for an empty path;
// W2N_WASI_PERM where the path is absolute or leads out; the system's. After success
// the path must be released.
uint32_t w2n_path_resolve(w2n_wasi *wasi, const w2n_path_start *start, uint32_t address,
                          uint32_t length, w2n_path_links links, w2n_path *path);
void w2n_path_release(w2n_path *path);

// W2N_WASI_INVAL for flags that are not W2N_WASI_LOOKUPFLAGS_*.
uint32_t w2n_path_check_lookup(uint32_t lookup);

// Copies a path of the program and ends it with a NUL. W2N_WASI_FAULT, W2N_WASI_INVAL,
// W2N_WASI_NAMETOOLONG, W2N_WASI_NOENT as above.
uint32_t w2n_path_copy(const w2n_wasi *wasi, uint32_t address, uint32_t length,
                       char text[W2N_PATH_SIZE]);

// W2N_WASI_NOTDIR where the path ended with a slash and is not one of a directory.
uint32_t w2n_path_check_slash(const w2n_path *path);

#endif // W2N_WASI_PATH_H
