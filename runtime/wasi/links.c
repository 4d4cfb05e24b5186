//===- links.c - Hard and symbolic links ------------------------------------===//

#include "wasi/path.h"

// Why a link cannot have the name of a path that ends with a slash: W2N_WASI_NOENT,
// W2N_WASI_NOTDIR, or W2N_WASI_EXIST where there is a directory.
static uint32_t refuse_slash(const w2n_path *path) {
  uint32_t error = w2n_path_check_slash(path);
  return !error && path->needs_directory ? W2N_WASI_EXIST : error;
}

uint32_t w2n_wasi_path_link(w2n_wasi *wasi, uint32_t from_fd, uint32_t lookup,
                            uint32_t from_address, uint32_t from_length, uint32_t to_fd,
                            uint32_t to_address, uint32_t to_length) {
  // The new name would make what is in a read-only directory changeable.
  const w2n_path_start from_start = {from_fd, W2N_WASI_RIGHTS_PATH_LINK_SOURCE, 1};
  const w2n_path_start to_start = {to_fd, W2N_WASI_RIGHTS_PATH_LINK_TARGET, 1};
  // Other implementations do not follow links here either.
  if (lookup)
    return W2N_WASI_INVAL;
  w2n_path from;
  w2n_path to;
  uint32_t error =
      w2n_path_resolve(wasi, &from_start, from_address, from_length, W2N_LINKS_KEPT, &from);
  if (error)
    return error;
  error = w2n_path_check_slash(&from);
  if (!error)
    error = w2n_path_resolve(wasi, &to_start, to_address, to_length, W2N_LINKS_KEPT, &to);
  if (!error) {
    error = refuse_slash(&to);
    if (!error)
      error = w2n_wasi_error(w2n_host_link(from.directory, from.name, to.directory, to.name));
    w2n_path_release(&to);
  }
  w2n_path_release(&from);
  return error;
}

uint32_t w2n_wasi_path_symlink(w2n_wasi *wasi, uint32_t target_address, uint32_t target_length,
                               uint32_t fd, uint32_t address, uint32_t length) {
  const w2n_path_start start = {fd, W2N_WASI_RIGHTS_PATH_SYMLINK, 1};
  char target[W2N_PATH_SIZE];
  w2n_path path;
  uint32_t error = w2n_path_copy(wasi, target_address, target_length, target);
  if (error)
    return error;
  // It could only mislead programs outside: inside, an absolute link leads nowhere.
  if (target[0] == '/')
    return W2N_WASI_PERM;
  error = w2n_path_resolve(wasi, &start, address, length, W2N_LINKS_KEPT, &path);
  if (error)
    return error;
  error = refuse_slash(&path);
  if (!error)
    error = w2n_wasi_error(w2n_host_make_link(target, path.directory, path.name));
  w2n_path_release(&path);
  return error;
}

uint32_t w2n_wasi_path_readlink(w2n_wasi *wasi, uint32_t fd, uint32_t address, uint32_t length,
                                uint32_t buffer_address, uint32_t size, uint32_t used_address) {
  const w2n_path_start start = {.fd = fd, .rights = W2N_WASI_RIGHTS_PATH_READLINK};
  char *buffer = w2n_guest(wasi, buffer_address, size);
  w2n_wasi_u32 *used = W2N_GUEST(wasi, used_address, w2n_wasi_u32);
  if (!buffer || !used)
    return W2N_WASI_FAULT;
  w2n_path path;
  uint32_t error =
      w2n_path_resolve(wasi, &start, address, length, W2N_LINKS_KEPT_UNLESS_SLASH, &path);
  if (error)
    return error;
  error = w2n_path_check_slash(&path);
  if (!error) {
    int64_t read = w2n_host_read_link(path.directory, path.name, buffer, size);
    error = w2n_wasi_error(read);
    if (!error)
      used->value = (uint32_t)read;
  }
  w2n_path_release(&path);
  return error;
}
