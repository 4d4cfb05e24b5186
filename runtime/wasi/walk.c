//===- walk.c - Resolving a path component by component ---------------------===//

#include "wasi/walk.h"
#include "platform/host.h"

// As many symbolic links as Linux follows in one path.
#define LINK_LIMIT 40

typedef struct walk {
  int root;
  // Where the walk is; the root itself, or to be closed.
  int current;
  int link_count;
  // The components from the root to here, each with a slash behind it; all of them are
  // directories, none .. or a symbolic link.
  size_t done_length;
  char done[W2N_PATH_SIZE];
  // What is still to be walked begins at rest + rest_start; ends with a NUL.
  size_t rest_start;
  char rest[W2N_PATH_SIZE];
} walk;

static void move(walk *walk, int directory) {
  if (walk->current != walk->root)
    w2n_host_close(walk->current);
  walk->current = directory;
}

static size_t component_length(const char *text) {
  size_t length = 0;
  while (text[length] && text[length] != '/')
    ++length;
  return length;
}

// Copies length bytes and ends them with a NUL; the caller has made sure of the room.
static void copy_name(char *target, const char *source, size_t length) {
  for (size_t i = 0; i < length; ++i)
    target[i] = source[i];
  target[length] = 0;
}

// Walks from the root through the components that are done.
static int64_t walk_again(walk *walk) {
  move(walk, walk->root);
  char name[W2N_PATH_SIZE];
  for (size_t i = 0; i < walk->done_length;) {
    size_t length = component_length(walk->done + i);
    copy_name(name, walk->done + i, length);
    int64_t directory = w2n_host_enter(walk->current, name);
    if (directory < 0)
      return directory;
    move(walk, (int)directory);
    i += length + 1;
  }
  return 0;
}

static int64_t go_up(walk *walk) {
  if (walk->done_length == 0)
    return -W2N_WASI_PERM;
  do
    --walk->done_length;
  while (walk->done_length > 0 && walk->done[walk->done_length - 1] != '/');
  return walk_again(walk);
}

// Puts what a link holds before the rest.
static int64_t expand(walk *walk, const char *link, size_t length) {
  if (length == 0)
    return -W2N_WASI_NOENT;
  if (link[0] == '/')
    return -W2N_WASI_PERM;
  if (++walk->link_count > LINK_LIMIT)
    return -W2N_WASI_LOOP;
  size_t rest_length = 0;
  while (walk->rest[walk->rest_start + rest_length])
    ++rest_length;
  if (length + 1 + rest_length >= W2N_PATH_SIZE)
    return -W2N_WASI_NAMETOOLONG;
  // To the end of the buffer, so that the link fits before it.
  size_t target = W2N_PATH_SIZE - 1 - rest_length;
  for (size_t i = rest_length + 1; i > 0; --i)
    walk->rest[target + i - 1] = walk->rest[walk->rest_start + i - 1];
  walk->rest[--target] = '/';
  for (size_t i = length; i > 0; --i)
    walk->rest[--target] = link[i - 1];
  walk->rest_start = target;
  return 0;
}

static int64_t go_down(walk *walk, const char *name, size_t length) {
  int64_t directory = w2n_host_enter(walk->current, name);
  if (directory == -W2N_WASI_LOOP || directory == -W2N_WASI_NOTDIR) {
    char link[W2N_PATH_SIZE];
    int64_t link_length = w2n_host_read_link(walk->current, name, link, sizeof(link));
    return link_length < 0 ? directory : expand(walk, link, (size_t)link_length);
  }
  if (directory < 0)
    return directory;
  move(walk, (int)directory);
  if (walk->done_length + length + 2 > W2N_PATH_SIZE)
    return -W2N_WASI_NAMETOOLONG;
  copy_name(walk->done + walk->done_length, name, length);
  walk->done_length += length;
  walk->done[walk->done_length++] = '/';
  return 0;
}

static int64_t step(walk *walk) {
  char name[W2N_PATH_SIZE];
  const char *rest = walk->rest + walk->rest_start;
  size_t length = component_length(rest);
  copy_name(name, rest, length);
  walk->rest_start += length;
  if (length == 1 && name[0] == '.')
    return 0;
  if (length == 2 && name[0] == '.' && name[1] == '.')
    return go_up(walk);
  return go_down(walk, name, length);
}

int64_t w2n_walk_beneath(int root, const char *path) {
  walk walk;
  walk.root = root;
  walk.current = root;
  walk.link_count = 0;
  walk.done_length = 0;
  walk.rest_start = 0;
  size_t length = 0;
  while (path[length])
    ++length;
  if (length >= W2N_PATH_SIZE)
    return -W2N_WASI_NAMETOOLONG;
  copy_name(walk.rest, path, length);
  if (path[0] == '/')
    return -W2N_WASI_PERM;
  int64_t result = 0;
  for (;;) {
    while (walk.rest[walk.rest_start] == '/')
      ++walk.rest_start;
    if (!walk.rest[walk.rest_start])
      break;
    result = step(&walk);
    if (result < 0)
      break;
  }
  // The caller closes what it gets, so the root itself is opened anew.
  if (result >= 0 && walk.current == root)
    return w2n_host_enter(root, ".");
  if (result >= 0)
    return walk.current;
  move(&walk, root);
  return result;
}
