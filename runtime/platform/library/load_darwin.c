//===- load_darwin.c - Loading libraries on Apple's systems ----------------===//

#include "platform/library/load.h"

#include "platform/darwin/libsystem.h"
#include "platform/darwin/open_flags.h"
#include "platform/library/dl.h"
#include "platform/os.h"

// Of the hosts' libSystem; programs do without.
size_t confstr(int name, char *buffer, size_t size);

enum { CS_DARWIN_USER_TEMP_DIR = 65537, PATH_SIZE = 1024, NAME_SIZE = 32, END = 2 };

static int read_whole(int fd, char *bytes, uint64_t size) {
  while (size > 0) {
    const ptrdiff_t done = read(fd, bytes, size);
    if (done < 0 && *__error() == EINTR)
      continue;
    if (done <= 0)
      return 0;
    bytes += done;
    size -= (uint64_t)done;
  }
  return 1;
}

static const char *read_open(int fd, void **bytes, uint64_t *size, uint64_t *capacity) {
  // A directory has a length of its own, but cannot be read.
  if (read(fd, 0, 0) < 0)
    return strerror(*__error());
  const int64_t length = lseek(fd, 0, END);
  if (length < 0 || lseek(fd, 0, 0) < 0)
    return strerror(*__error());
  *size = (uint64_t)length;
  *capacity = (*size + W2N_OS_GRANULE) & -(uint64_t)W2N_OS_GRANULE;
  *bytes = w2n_os_allocate(*capacity);
  if (*bytes && read_whole(fd, *bytes, *size))
    return 0;
  const char *problem = strerror(*__error());
  if (*bytes)
    w2n_os_release(*bytes, *capacity);
  return problem;
}

const char *w2n_load_read(const char *path, void **bytes, uint64_t *size, uint64_t *capacity) {
  const int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (fd < 0)
    return strerror(*__error());
  const char *problem = read_open(fd, bytes, size, capacity);
  close(fd);
  return problem;
}

const char *w2n_load_file(const char *path, struct w2n_loaded *result) {
  *result = (struct w2n_loaded){dlopen(path, RTLD_NOW), -1};
  return result->handle ? 0 : dlerror();
}

// A path that nobody else takes, in the user's own folder for such files. Gives 0 where there is
// no such folder.
static int make_path(char path[PATH_SIZE + NAME_SIZE]) {
  static const char prefix[] = "w2n-";
  const size_t length = confstr(CS_DARWIN_USER_TEMP_DIR, path, PATH_SIZE);
  if (length == 0 || length > PATH_SIZE)
    return 0;
  char *at = path + length - 1;
  __builtin_memcpy(at, prefix, sizeof prefix - 1);
  at += sizeof prefix - 1;
  uint8_t number[8];
  arc4random_buf(number, sizeof number);
  for (unsigned i = 0; i < sizeof number; ++i) {
    *at++ = "0123456789abcdef"[number[i] >> 4];
    *at++ = "0123456789abcdef"[number[i] & 15];
  }
  *at = '\0';
  return 1;
}

// The file is removed once it is mapped.
const char *w2n_load_copy(const char *name, const void *bytes, uint64_t size,
                          struct w2n_loaded *result) {
  (void)name;
  *result = (struct w2n_loaded){0, -1};
  char path[PATH_SIZE + NAME_SIZE];
  if (!make_path(path))
    return "the system has no folder for temporary files";
  const int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0)
    return strerror(*__error());
  const char *problem = w2n_os_write(fd, bytes, size) ? 0 : strerror(*__error());
  close(fd);
  if (!problem)
    problem = w2n_load_file(path, result);
  unlinkat(AT_FDCWD, path, 0);
  return problem;
}

void *w2n_load_find(const struct w2n_loaded *loaded, const char *symbol) {
  return dlsym(loaded->handle, symbol);
}

void w2n_load_end(struct w2n_loaded *loaded) { dlclose(loaded->handle); }
