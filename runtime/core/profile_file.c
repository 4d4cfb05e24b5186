//===- profile_file.c - The file that a profile is written to --------------===//

#include "core/profile.h"
#include "core/writer.h"
#include "platform/host.h"
#include "platform/profile_host.h"
#include "wasi/wasi.h"

// The file that was named when the code was compiled; instrumented code defines it.
extern const char __llvm_profile_filename[];

const char *w2n_profile_variable_value(const char *entry, const char *name) {
  while (*name && *entry == *name)
    ++entry, ++name;
  return !*name && *entry == '=' && entry[1] ? entry + 1 : 0;
}

// A path with a NUL that is put together from the left.
struct path {
  size_t size;
  char text[W2N_PATH_SIZE];
};

static void append(struct path *path, char c) {
  if (path->size < sizeof path->text)
    path->text[path->size++] = c;
}

static void append_number(struct path *path, uint64_t number) {
  if (number >= 10)
    append_number(path, number / 10);
  append(path, (char)('0' + number % 10));
}

// Gives what is wrong with the pattern, or null.
static const char *expand(const char *pattern, struct path *path) {
  for (; *pattern; ++pattern) {
    if (*pattern != '%') {
      append(path, *pattern);
      continue;
    }
    switch (*++pattern) {
    case 'p':
      append_number(path, w2n_profile_process());
      break;
    case '%':
      append(path, '%');
      break;
    default:
      return "its name has a % that is not %p or %%";
    }
  }
  append(path, 0);
  return path->text[path->size - 1] ? "its name is too long" : 0;
}

void w2n_profile_write_as_asked(const char *file) {
  const char *pattern = file ? file : __llvm_profile_filename;
  struct path path = {.size = 0};
  const char *problem = expand(pattern, &path);
  if (!problem) {
    const int64_t fd = w2n_profile_create(path.text);
    if (fd < 0)
      problem = w2n_error_text(w2n_wasi_error(fd));
    else if (!w2n_profile_write((int)fd))
      problem = "not all of it could be written";
    if (fd >= 0)
      w2n_host_close((int)fd);
  }
  if (!problem)
    return;
  struct w2n_writer writer = {.fd = 2};
  w2n_write_string(&writer, "error: cannot write the profile '");
  w2n_write_escaped(&writer, pattern);
  w2n_write_string(&writer, "': ");
  w2n_write_string(&writer, problem);
  w2n_write_character(&writer, '\n');
  w2n_write_flush(&writer);
}
