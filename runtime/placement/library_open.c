//===- library_open.c - Modules in dynamic libraries ------------------------===//
//
// What is checked is the copy of the file that is then mapped, so nothing that happens to the
// file in the meantime matters.
//
//===----------------------------------------------------------------------===//

#include "abi/library_note.h"
#include "core/trap.h"
#include "cpu/cpu.h"
#include "placement/library.h"
#include "placement/library_message.h"
#include "placement/library_trap.h"
#include "platform/library/features.h"
#include "platform/library/image.h"
#include "platform/library/load.h"
#include "platform/os.h"

#define SYMBOL_PREFIX "w2n_module_"
enum { SYMBOL_SIZE = 1024, MEMFD_NAME_SIZE = 200 };

// While links are changed, by any thread.
static char link_lock;

static void lock(void) {
  while (__atomic_test_and_set(&link_lock, __ATOMIC_ACQUIRE))
    ;
}

static void unlock(void) { __atomic_clear(&link_lock, __ATOMIC_RELEASE); }

static void check_version(const struct w2n_library_note *note, struct w2n_message *problem) {
  if (note->abi_version == W2N_ABI_VERSION)
    return;
  w2n_message_append(problem, "it is made for version ");
  w2n_message_append_number(problem, note->abi_version);
  w2n_message_append(problem, " of the runtime's interface, and this is version ");
  w2n_message_append_number(problem, W2N_ABI_VERSION);
}

static void check_cpu(const struct w2n_library_note *note, struct w2n_message *problem) {
  const uint64_t needed = note->cpu_features[0] | (uint64_t)note->cpu_features[1] << 32;
  const uint64_t missing = needed ? needed & ~w2n_host_cpu_features() : 0;
  if (!missing)
    return;
  w2n_message_append(problem, "it is made for a CPU with features that this one lacks:");
  for (unsigned bit = 0; bit < 64; ++bit)
    if (missing >> bit & 1) {
      w2n_message_append(problem, " ");
      w2n_message_append(problem, w2n_cpu_feature_name(bit));
    }
}

static const char *file_name(const char *path) {
  const char *name = path, *end = path;
  for (; *end; ++end)
    if (*end == '/')
      name = end + 1;
  return end - name > MEMFD_NAME_SIZE ? end - MEMFD_NAME_SIZE : name;
}

// The module of a mapped image, which its note has the name of.
static const w2n_module *find_module(const struct w2n_loaded *loaded,
                                     const struct w2n_library_note *note) {
  char symbol[SYMBOL_SIZE] = SYMBOL_PREFIX;
  const char *name = (const char *)(note + 1);
  size_t end = sizeof SYMBOL_PREFIX - 1;
  while (*name && end + 1 < sizeof symbol)
    symbol[end++] = *name++;
  symbol[end] = '\0';
  const w2n_module *module = w2n_load_find(loaded, symbol);
  return module && module->abi_version == W2N_ABI_VERSION && module->link ? module : 0;
}

// Writes to the link of a module, which is constant to all others.
static int set_link(const w2n_module *module, w2n_runtime_link value) {
  w2n_runtime_link *link = (w2n_runtime_link *)(uintptr_t)module->link;
  if (!w2n_os_set_writable(link, 1))
    return 0;
  *link = value;
  return w2n_os_set_writable(link, 0);
}

// Makes this runtime that of a module. Gives what is in the way, or null.
static const char *lend(const w2n_module *module, const struct w2n_loaded *loaded) {
  w2n_runtime_link link = *module->link;
  if (link.opened == 0) {
    if (__atomic_load_n(link.uses, __ATOMIC_ACQUIRE))
      return "it is in use with the runtime that it carries";
    link.calls = &w2n_runtime_calls;
    link.handle = loaded->handle;
    link.descriptor = (uint64_t)(int64_t)loaded->fd;
  } else if (link.calls != &w2n_runtime_calls) {
    return "it is in use with another runtime";
  }
  ++link.opened;
  return set_link(module, link) ? 0 : "the system refused to write to it";
}

static const char *take(const struct w2n_loaded *loaded, const struct w2n_image *image,
                        uint32_t flags, const w2n_module **result) {
  const w2n_module *module = find_module(loaded, image->note);
  if (!module)
    return "it has no module of the name that it says";
  if ((flags & W2N_OPEN_IN_PLACE) && !w2n_image_is_mapped(image, module->link->image))
    return "another version of this file is mapped already";
  lock();
  const char *problem = lend(module, loaded);
  unlock();
  if (!problem)
    *result = module;
  return problem;
}

static int has_folder(const char *path) {
  while (*path && *path != '/')
    ++path;
  return *path;
}

static const char *load(const struct w2n_image *image, const char *path, uint32_t flags,
                        const w2n_module **result) {
  struct w2n_loaded loaded;
  if ((flags & W2N_OPEN_IN_PLACE) && !has_folder(path))
    return "a file that is opened in place needs a path with a slash, such as ./NAME";
  const char *problem = flags & W2N_OPEN_IN_PLACE
                            ? w2n_load_file(path, &loaded)
                            : w2n_load_copy(file_name(path), image->bytes, image->size, &loaded);
  if (problem)
    return problem;
  problem = take(&loaded, image, flags, result);
  if (problem)
    w2n_load_end(&loaded);
  return problem;
}

// Adds what is wrong to problem, or nothing.
static void check_and_load(const void *bytes, uint64_t size, const char *path, uint32_t flags,
                           const w2n_module **result, struct w2n_message *problem) {
  struct w2n_image image;
  const char *text = w2n_image_read(bytes, size, &image);
  if (text) {
    w2n_message_append(problem, text);
    return;
  }
  check_version(image.note, problem);
  if (!*problem->text)
    check_cpu(image.note, problem);
  if (!*problem->text && (text = load(&image, path, flags, result)))
    w2n_message_append(problem, text);
}

w2n_trap *w2n_module_open(const char *path, uint32_t flags, const w2n_module **result) {
  void *bytes;
  uint64_t size, capacity;
  struct w2n_message problem = {0};
  *result = 0;
  const char *text = w2n_load_read(path, &bytes, &size, &capacity);
  if (text)
    return w2n_trap_of_file(path, text);
  check_and_load(bytes, size, path, flags, result, &problem);
  w2n_os_release(bytes, capacity);
  return *problem.text ? w2n_trap_of_file(path, problem.text) : 0;
}

void *w2n_module_symbol(const w2n_module *module, const char *name) {
  const struct w2n_loaded loaded = {module->link ? module->link->handle : 0, -1};
  return loaded.handle ? w2n_load_find(&loaded, name) : 0;
}

// Takes this runtime back. Gives what is in the way, or null.
static const char *take_back(const w2n_module *module, struct w2n_loaded *loaded) {
  w2n_runtime_link link = *module->link;
  if (link.calls != &w2n_runtime_calls || link.opened == 0)
    return "it was not opened by w2n_module_open()";
  if (link.opened == 1 && __atomic_load_n(link.uses, __ATOMIC_ACQUIRE))
    return "a store still has instances of it, or a trap refers to it";
  *loaded = (struct w2n_loaded){link.handle, -1};
  if (--link.opened == 0) {
    loaded->fd = (int)link.descriptor;
    link.calls = link.carried_calls;
    link.handle = 0;
    link.descriptor = 0;
  }
  return set_link(module, link) ? 0 : "the system refused to write to it";
}

w2n_trap *w2n_module_close(const w2n_module *module) {
  struct w2n_loaded loaded;
  if (!module->link)
    return w2n_trap_of_link(module, "it is part of the program");
  lock();
  const char *problem = take_back(module, &loaded);
  unlock();
  if (problem)
    return w2n_trap_of_link(module, problem);
  w2n_load_end(&loaded);
  return 0;
}
