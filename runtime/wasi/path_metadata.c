//===- path_metadata.c - What is known of a file by its path ----------------===//

#include "wasi/path.h"
#include "wasi/shared.h"
#include "wasi/times.h"

static w2n_path_links links_of(uint32_t lookup) {
  return lookup & W2N_WASI_LOOKUPFLAGS_SYMLINK_FOLLOW ? W2N_LINKS_FOLLOWED
                                                      : W2N_LINKS_KEPT_UNLESS_SLASH;
}

uint32_t w2n_status_of_path(w2n_wasi *wasi, uint32_t fd, uint32_t lookup, uint32_t address,
                            uint32_t length, w2n_wasi_filestat *result) {
  const w2n_path_start start = {.fd = fd, .rights = W2N_WASI_RIGHTS_PATH_FILESTAT_GET};
  w2n_path path;
  uint32_t error = w2n_path_check_lookup(lookup);
  if (!error)
    error = w2n_path_resolve(wasi, &start, address, length, links_of(lookup), &path);
  if (error)
    return error;
  error = w2n_wasi_error(w2n_host_status_of(path.directory, path.name, result));
  if (!error && path.needs_directory && result->filetype != W2N_WASI_FILETYPE_DIRECTORY)
    error = W2N_WASI_NOTDIR;
  w2n_path_release(&path);
  return error;
}

uint32_t w2n_wasi_path_filestat_get(w2n_wasi *wasi, uint32_t fd, uint32_t lookup, uint32_t address,
                                    uint32_t length, uint32_t result_address) {
  w2n_wasi_filestat *result = W2N_GUEST(wasi, result_address, w2n_wasi_filestat);
  if (!result)
    return W2N_WASI_FAULT;
  w2n_wasi_filestat status;
  uint32_t error = w2n_status_of_path(wasi, fd, lookup, address, length, &status);
  if (!error)
    *result = status;
  return error;
}

uint32_t w2n_wasi_path_filestat_set_times(w2n_wasi *wasi, uint32_t fd, uint32_t lookup,
                                          uint32_t address, uint32_t length, uint64_t accessed,
                                          uint64_t modified, uint32_t flags) {
  const w2n_path_start start = {fd, W2N_WASI_RIGHTS_PATH_FILESTAT_SET_TIMES, 1};
  const w2n_host_times times = {accessed, modified, flags};
  if (w2n_path_check_lookup(lookup) || !w2n_times_are_valid(&times))
    return W2N_WASI_INVAL;
  w2n_path path;
  uint32_t error = w2n_path_resolve(wasi, &start, address, length, links_of(lookup), &path);
  if (error)
    return error;
  error = w2n_path_check_slash(&path);
  // Where nothing is to be set, Linux does not even look whether there is such a file.
  w2n_wasi_filestat status;
  if (!error)
    error = w2n_wasi_error(flags ? w2n_host_set_times_of(path.directory, path.name, &times)
                                 : w2n_host_status_of(path.directory, path.name, &status));
  w2n_path_release(&path);
  return error;
}
