//===- dynamic.c - dlopen() and its family ---------------------------------===//

#include "images.h"
#include "libsystem.h"
#include "loader.h"
#include "request.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
  DARWIN_RTLD_LAZY = 0x1,
  DARWIN_RTLD_NOW = 0x2,
  DARWIN_RTLD_LOCAL = 0x4,
  DARWIN_RTLD_GLOBAL = 0x8,
  DEEP = 8,
};

static int service = -1;
static const struct machorun_arguments *arguments;
// Recursive, since initializers may open more.
static pthread_mutex_t lock = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;

static _Thread_local char error_text[MACHORUN_TEXT_SIZE + 64];
static _Thread_local int has_error;

void machorun_set_service(int descriptor, const struct machorun_arguments *given) {
  service = descriptor;
  arguments = given;
}

static void *refuse(const char *function, const char *name, const char *reason) {
  snprintf(error_text, sizeof(error_text), "%s(%.512s): %.1024s", function, name, reason);
  has_error = 1;
  return 0;
}

static struct machorun_loaded *open_plan(const char *path) {
  const int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    machorun_fail("cannot open the plan", strerror(errno));
  const struct machorun_tables *tables = machorun_load(fd);
  machorun_initialize(tables, arguments);
  return machorun_image_at(tables->plan->opened);
}

static void *ask(const char *path, uint32_t loader) {
  struct machorun_request request = {.loader = loader};
  if (strlen(path) >= sizeof(request.name))
    return refuse("dlopen", path, "the name is too long");
  strcpy(request.name, path);
  struct machorun_reply reply;
  if (send(service, &request, sizeof(request), MSG_NOSIGNAL) != sizeof(request) ||
      recv(service, &reply, sizeof(reply), 0) != sizeof(reply))
    machorun_fail("dlopen cannot be answered", strerror(errno));
  switch (reply.status) {
  case MACHORUN_FOUND: {
    struct machorun_loaded *loaded = open_plan(reply.text);
    ++loaded->open_count;
    return loaded;
  }
  case MACHORUN_KILLED:
    machorun_kill(path, reply.text);
  default:
    return refuse("dlopen", path, reply.text);
  }
}

void *darwin_dlopen(const char *path, int mode) {
  const int known = DARWIN_RTLD_LAZY | DARWIN_RTLD_NOW | DARWIN_RTLD_LOCAL | DARWIN_RTLD_GLOBAL;
  if (mode & ~known)
    machorun_fail_number("a mode of dlopen that is not modelled", (uint64_t)mode);
  if (!path)
    return machorun_image_at(0);
  const struct machorun_loaded *caller = machorun_image_of(__builtin_return_address(0));
  pthread_mutex_lock(&lock);
  void *result = ask(path, caller ? (uint32_t)(caller - machorun_image_at(0)) : UINT32_MAX);
  pthread_mutex_unlock(&lock);
  return result;
}

static int is_image(const struct machorun_loaded *handle) {
  for (uint32_t i = 0; machorun_image_at(i); ++i)
    if (machorun_image_at(i) == handle)
      return 1;
  return 0;
}

// Everywhere, in the order of loading.
static void *find_default(const char *symbol) {
  void *result = 0;
  for (uint32_t i = 0; !result && machorun_image_at(i); ++i)
    result = machorun_find_export(machorun_image_at(i), symbol, 0);
  return result ? result : machorun_find_symbol(symbol);
}

void *darwin_dlsym(void *handle, const char *name) {
  const intptr_t default_handle = -2;
  const intptr_t main_only = -5;
  // The names of C have an underscore in symbol tables.
  char symbol[MACHORUN_TEXT_SIZE];
  if ((size_t)snprintf(symbol, sizeof(symbol), "_%s", name) >= sizeof(symbol))
    machorun_fail("a name that is too long for dlsym", name);
  void *result;
  if ((intptr_t)handle == default_handle)
    result = find_default(symbol);
  else if ((intptr_t)handle == main_only)
    result = machorun_find_export(machorun_image_at(0), symbol, 0);
  else if (!is_image(handle))
    machorun_fail_number("a handle of dlsym that is not modelled", (uintptr_t)handle);
  else if (handle == machorun_image_at(0))
    result = find_default(symbol);
  else if (!(result = machorun_find_export(handle, symbol, DEEP)))
    result = machorun_find_symbol(symbol);
  return result ? result : refuse("dlsym", name, "symbol not found");
}

// The image stays, as those of macOS do that have thread-locals.
int darwin_dlclose(void *handle) {
  struct machorun_loaded *loaded = handle;
  if (!is_image(loaded))
    machorun_fail_number("a handle of dlclose that is not modelled", (uintptr_t)handle);
  if (loaded == machorun_image_at(0) || loaded->open_count > 0) {
    loaded->open_count -= loaded->open_count > 0;
    return 0;
  }
  refuse("dlclose", loaded->tables->strings + loaded->image->path, "it is not open");
  return -1;
}

char *darwin_dlerror(void) {
  char *result = has_error ? error_text : 0;
  has_error = 0;
  return result;
}
