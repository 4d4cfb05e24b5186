//===- path.c - Resolving paths beneath a directory -------------------------===//

#include "wasi/path.h"

// As many symbolic links as Linux follows in one path.
#define LINK_LIMIT 40

uint32_t w2n_path_check_lookup(uint32_t lookup) {
  const uint32_t known = W2N_WASI_LOOKUPFLAGS_SYMLINK_FOLLOW;
  return lookup & ~known ? W2N_WASI_INVAL : W2N_WASI_SUCCESS;
}

uint32_t w2n_path_copy(const w2n_wasi *wasi, uint32_t address, uint32_t length,
                       char text[W2N_PATH_SIZE]) {
  const char *source = w2n_guest(wasi, address, length);
  if (!source)
    return W2N_WASI_FAULT;
  if (length == 0)
    return W2N_WASI_NOENT;
  if (length >= W2N_PATH_SIZE)
    return W2N_WASI_NAMETOOLONG;
  for (uint32_t i = 0; i < length; ++i) {
    if (!source[i])
      return W2N_WASI_INVAL;
    text[i] = source[i];
  }
  text[length] = 0;
  return W2N_WASI_SUCCESS;
}

static size_t length_of(const char *text) {
  size_t length = 0;
  while (text[length])
    ++length;
  return length;
}

static int is_dot_or_dots(const char *name) {
  return name[0] == '.' && (!name[1] || (name[1] == '.' && !name[2]));
}

// Cuts the last component off the text and points name at it; what is left of the text
// is the path of its directory, "" for the one that the path starts in. A path that ends
// in . or .. is that of a directory, whose entry "." then is meant.
static void split(w2n_path *path) {
  size_t length = length_of(path->text);
  while (length > 1 && path->text[length - 1] == '/') {
    path->text[--length] = 0;
    path->needs_directory = 1;
  }
  char *name = path->text + length;
  while (name > path->text && name[-1] != '/')
    --name;
  path->name = name;
  if (is_dot_or_dots(name)) {
    path->name = ".";
    path->needs_directory = 1;
    if (name == path->text && !name[1])
      path->text[0] = 0;
  } else if (name > path->text) {
    name[-1] = 0;
  } else {
    // A path of one component: keep it, behind the empty path of its directory.
    for (size_t i = length + 1; i > 0; --i)
      path->text[i] = path->text[i - 1];
    path->text[0] = 0;
    path->name = path->text + 1;
  }
}

// Opens the directory that the text of a split path names.
static int64_t enter(w2n_path *path, int root) {
  if (!path->text[0])
    return root;
  int64_t directory = w2n_host_open_beneath(root, path->text);
  path->is_entered = directory >= 0;
  return directory;
}

// Puts what a symbolic link holds in the place of the name in the text.
static uint32_t join(w2n_path *path, const char *link, size_t link_length) {
  size_t length = length_of(path->text);
  if (length + link_length + 3 > W2N_PATH_SIZE)
    return W2N_WASI_NAMETOOLONG;
  if (length > 0)
    path->text[length++] = '/';
  for (size_t i = 0; i < link_length; ++i)
    path->text[length++] = link[i];
  if (path->needs_directory)
    path->text[length++] = '/';
  path->text[length] = 0;
  return W2N_WASI_SUCCESS;
}

// Replaces the path by where it leads if its entry is a symbolic link, and sets
// *is_link to whether that was so.
static uint32_t follow(w2n_path *path, int *is_link) {
  char link[W2N_PATH_SIZE];
  int64_t length = w2n_host_read_link(path->directory, path->name, link, sizeof(link));
  *is_link = length >= 0;
  // Whatever is wrong with what is not a link shows when it is used.
  if (!*is_link)
    return W2N_WASI_SUCCESS;
  if (length > 0 && link[0] == '/')
    return W2N_WASI_PERM;
  return length > 0 ? join(path, link, (size_t)length) : W2N_WASI_NOENT;
}

static uint32_t resolve(int root, w2n_path_links links, w2n_path *path) {
  for (int count = 0; count <= LINK_LIMIT; ++count) {
    split(path);
    int64_t directory = enter(path, root);
    if (directory < 0)
      return w2n_wasi_error(directory);
    path->directory = (int)directory;
    if (links == W2N_LINKS_KEPT || (links == W2N_LINKS_KEPT_UNLESS_SLASH && !path->needs_directory))
      return W2N_WASI_SUCCESS;
    int is_link;
    uint32_t error = follow(path, &is_link);
    if (!error && !is_link)
      return W2N_WASI_SUCCESS;
    w2n_path_release(path);
    if (error)
      return error;
  }
  return W2N_WASI_LOOP;
}

uint32_t w2n_path_resolve(w2n_wasi *wasi, const w2n_path_start *start, uint32_t address,
                          uint32_t length, w2n_path_links links, w2n_path *path) {
  w2n_descriptor *descriptor;
  uint32_t error = w2n_descriptor_get_directory(wasi, start->fd, start->rights, &descriptor);
  if (!error)
    error = w2n_path_copy(wasi, address, length, path->text);
  if (error)
    return error;
  if (path->text[0] == '/')
    return W2N_WASI_PERM;
  path->needs_directory = 0;
  path->is_entered = 0;
  path->is_read_only = descriptor->is_read_only;
  error = resolve(descriptor->host, links, path);
  if (error || !start->is_change || !descriptor->is_read_only)
    return error;
  w2n_path_release(path);
  return W2N_WASI_ROFS;
}

void w2n_path_release(w2n_path *path) {
  if (path->is_entered)
    w2n_host_close(path->directory);
  path->is_entered = 0;
}

uint32_t w2n_path_check_slash(const w2n_path *path) {
  if (!path->needs_directory)
    return W2N_WASI_SUCCESS;
  w2n_wasi_filestat status;
  uint32_t error = w2n_wasi_error(w2n_host_status_of(path->directory, path->name, &status));
  if (!error && status.filetype != W2N_WASI_FILETYPE_DIRECTORY)
    return W2N_WASI_NOTDIR;
  return error;
}
