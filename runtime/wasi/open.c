//===- open.c - Opening files beneath a directory ---------------------------===//

#include "wasi/path.h"

typedef struct opening {
  uint64_t rights_base;
  uint64_t rights_inheriting;
  w2n_host_mode mode;
} opening;

// What the directory must allow for a file to be opened in this way.
static uint64_t needed_rights(const w2n_host_mode *mode) {
  uint64_t rights = W2N_WASI_RIGHTS_PATH_OPEN;
  if (mode->oflags & W2N_WASI_OFLAGS_CREAT)
    rights |= W2N_WASI_RIGHTS_PATH_CREATE_FILE;
  if (mode->oflags & W2N_WASI_OFLAGS_TRUNC)
    rights |= W2N_WASI_RIGHTS_PATH_FILESTAT_SET_SIZE;
  if (mode->fdflags & W2N_WASI_FDFLAGS_DSYNC)
    rights |= W2N_WASI_RIGHTS_FD_DATASYNC;
  if (mode->fdflags & (W2N_WASI_FDFLAGS_RSYNC | W2N_WASI_FDFLAGS_SYNC))
    rights |= W2N_WASI_RIGHTS_FD_SYNC;
  return rights;
}

// Rights tell whether to read and to write, as preview 1 has no flags for that.
static uint32_t choose_mode(opening *opening, uint32_t oflags, uint32_t fdflags) {
  const uint32_t changes = W2N_WASI_OFLAGS_CREAT | W2N_WASI_OFLAGS_EXCL | W2N_WASI_OFLAGS_TRUNC;
  if (oflags & ~W2N_WASI_OFLAGS_ALL || fdflags & ~W2N_WASI_FDFLAGS_ALL)
    return W2N_WASI_INVAL;
  int is_directory = (oflags & W2N_WASI_OFLAGS_DIRECTORY) != 0;
  if (is_directory && oflags & changes)
    return W2N_WASI_INVAL;
  // Of those that make a file be opened for writing, only the plainest is an error for a
  // directory; the others do not apply to it.
  uint64_t writing = is_directory ? W2N_WASI_RIGHTS_FD_WRITE : W2N_WASI_RIGHTS_WRITING;
  opening->mode = (w2n_host_mode){
      .reads = (opening->rights_base & W2N_WASI_RIGHTS_READING) != 0,
      .writes = (opening->rights_base & writing) != 0,
      .oflags = (uint16_t)oflags,
      .fdflags = (uint16_t)fdflags,
  };
  return W2N_WASI_SUCCESS;
}

static int64_t open_entry(const w2n_path *path, w2n_host_mode mode) {
  int may_create = (mode.oflags & W2N_WASI_OFLAGS_CREAT) != 0;
  if (path->needs_directory) {
    if (may_create)
      return -W2N_WASI_ISDIR;
    mode.oflags |= W2N_WASI_OFLAGS_DIRECTORY;
  }
  if (!path->is_read_only)
    return w2n_host_open(path->directory, path->name, &mode);
  // What is there already can be opened even so.
  mode.oflags &= (uint16_t)~W2N_WASI_OFLAGS_CREAT;
  int64_t result = w2n_host_open(path->directory, path->name, &mode);
  return may_create && result == -W2N_WASI_NOENT ? -W2N_WASI_ROFS : result;
}

// Makes a descriptor of an open file, with the rights that apply to what it is; closes
// the file where that fails.
static int64_t add_opened(w2n_wasi *wasi, int host, const opening *opening, int is_read_only) {
  w2n_wasi_filestat status;
  int64_t result = w2n_host_status(host, &status);
  if (result >= 0) {
    uint64_t rights = w2n_descriptor_rights(host, status.filetype, &opening->mode);
    int is_directory = status.filetype == W2N_WASI_FILETYPE_DIRECTORY;
    w2n_descriptor descriptor = {
        .host = host,
        .filetype = status.filetype,
        .is_read_only = (uint8_t)is_read_only,
        .reads = opening->mode.reads,
        .writes = opening->mode.writes,
        .rights_base = opening->rights_base & rights,
        .rights_inheriting = is_directory ? opening->rights_inheriting : 0,
    };
    result = w2n_descriptor_add(wasi, &descriptor);
  }
  if (result < 0)
    w2n_host_close(host);
  return result;
}

static uint32_t open_path(w2n_wasi *wasi, const w2n_path *path, const opening *opening,
                          w2n_wasi_u32 *fd_result) {
  int64_t result = open_entry(path, opening->mode);
  if (result >= 0)
    result = add_opened(wasi, (int)result, opening, path->is_read_only);
  if (result >= 0)
    fd_result->value = (uint32_t)result;
  return w2n_wasi_error(result);
}

uint32_t w2n_wasi_path_open(w2n_wasi *wasi, uint32_t fd, uint32_t lookup, uint32_t address,
                            uint32_t length, uint32_t oflags, uint64_t rights_base,
                            uint64_t rights_inheriting, uint32_t fdflags, uint32_t result) {
  opening opening = {
      .rights_base = rights_base & W2N_WASI_RIGHTS_ALL,
      .rights_inheriting = rights_inheriting & W2N_WASI_RIGHTS_ALL,
  };
  uint32_t error = w2n_path_check_lookup(lookup);
  if (!error)
    error = choose_mode(&opening, oflags, fdflags);
  if (error)
    return error;
  w2n_descriptor *directory;
  w2n_path_start start = {.fd = fd, .rights = needed_rights(&opening.mode)};
  start.is_change = opening.mode.writes || oflags & (W2N_WASI_OFLAGS_TRUNC | W2N_WASI_OFLAGS_EXCL);
  error = w2n_descriptor_get_directory(wasi, fd, start.rights, &directory);
  if (error)
    return error;
  if ((opening.rights_base | opening.rights_inheriting) & ~directory->rights_inheriting)
    return W2N_WASI_NOTCAPABLE;
  w2n_wasi_u32 *fd_result = W2N_GUEST(wasi, result, w2n_wasi_u32);
  if (!fd_result)
    return W2N_WASI_FAULT;
  int follows = lookup & W2N_WASI_LOOKUPFLAGS_SYMLINK_FOLLOW && !(oflags & W2N_WASI_OFLAGS_EXCL);
  w2n_path path;
  error = w2n_path_resolve(wasi, &start, address, length,
                           follows ? W2N_LINKS_FOLLOWED : W2N_LINKS_KEPT_UNLESS_SLASH, &path);
  if (error)
    return error;
  error = open_path(wasi, &path, &opening, fd_result);
  w2n_path_release(&path);
  return error;
}
