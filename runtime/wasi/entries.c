//===- entries.c - Making, removing and renaming entries of directories -----===//

#include "wasi/path.h"

static uint32_t change_entry(w2n_wasi *wasi, const w2n_path_start *start, uint32_t address,
                             uint32_t length, int64_t (*change)(int fd, const char *name)) {
  w2n_path path;
  uint32_t error = w2n_path_resolve(wasi, start, address, length, W2N_LINKS_KEPT, &path);
  if (error)
    return error;
  error = w2n_wasi_error(change(path.directory, path.name));
  w2n_path_release(&path);
  return error;
}

uint32_t w2n_wasi_path_create_directory(w2n_wasi *wasi, uint32_t fd, uint32_t address,
                                        uint32_t length) {
  const w2n_path_start start = {fd, W2N_WASI_RIGHTS_PATH_CREATE_DIRECTORY, 1};
  return change_entry(wasi, &start, address, length, w2n_host_make_directory);
}

uint32_t w2n_wasi_path_remove_directory(w2n_wasi *wasi, uint32_t fd, uint32_t address,
                                        uint32_t length) {
  const w2n_path_start start = {fd, W2N_WASI_RIGHTS_PATH_REMOVE_DIRECTORY, 1};
  return change_entry(wasi, &start, address, length, w2n_host_remove_directory);
}

uint32_t w2n_wasi_path_unlink_file(w2n_wasi *wasi, uint32_t fd, uint32_t address, uint32_t length) {
  const w2n_path_start start = {fd, W2N_WASI_RIGHTS_PATH_UNLINK_FILE, 1};
  w2n_path path;
  uint32_t error = w2n_path_resolve(wasi, &start, address, length, W2N_LINKS_KEPT, &path);
  if (error)
    return error;
  error = w2n_path_check_slash(&path);
  if (!error && path.needs_directory)
    error = W2N_WASI_ISDIR;
  if (!error)
    error = w2n_wasi_error(w2n_host_remove_file(path.directory, path.name));
  w2n_path_release(&path);
  return error;
}

static uint32_t rename_entry(const w2n_path *from, const w2n_path *to) {
  // A slash behind either name says that a directory is renamed.
  if (from->needs_directory || to->needs_directory) {
    w2n_wasi_filestat status;
    uint32_t error = w2n_wasi_error(w2n_host_status_of(from->directory, from->name, &status));
    if (error)
      return error;
    if (status.filetype != W2N_WASI_FILETYPE_DIRECTORY)
      return W2N_WASI_NOTDIR;
  }
  return w2n_wasi_error(w2n_host_rename(from->directory, from->name, to->directory, to->name));
}

uint32_t w2n_wasi_path_rename(w2n_wasi *wasi, uint32_t from_fd, uint32_t from_address,
                              uint32_t from_length, uint32_t to_fd, uint32_t to_address,
                              uint32_t to_length) {
  const w2n_path_start from_start = {from_fd, W2N_WASI_RIGHTS_PATH_RENAME_SOURCE, 1};
  const w2n_path_start to_start = {to_fd, W2N_WASI_RIGHTS_PATH_RENAME_TARGET, 1};
  w2n_path from;
  w2n_path to;
  uint32_t error =
      w2n_path_resolve(wasi, &from_start, from_address, from_length, W2N_LINKS_KEPT, &from);
  if (error)
    return error;
  error = w2n_path_resolve(wasi, &to_start, to_address, to_length, W2N_LINKS_KEPT, &to);
  if (!error) {
    error = rename_entry(&from, &to);
    w2n_path_release(&to);
  }
  w2n_path_release(&from);
  return error;
}
