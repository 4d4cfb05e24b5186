//===- start.c - What a program has when it starts -------------------------===//

#include "wasi/start.h"
#include "core/writer.h"
#include "placement/capabilities.h"
#include "placement/program.h"
#include "platform/os.h"
#include "wasi/wasi.h"

w2n_wasi w2n_program_wasi;

// The name of an error; for W2N_WASI_NOENT "ENOENT".
static const char *error_name(uint32_t error) {
  static const char *const names[] = {
#define W2N_WASI_ERRNO(NAME, WASI, LINUX, DARWIN) [WASI] = "E" #NAME,
#include "wasi/errno.def"
  };
  return names[error];
}

_Noreturn void w2n_start_fail(const char *problem, const char *text, uint32_t error) {
  struct w2n_writer writer = {.fd = 2};
  w2n_write_string(&writer, "error: ");
  w2n_write_string(&writer, problem);
  w2n_write_string(&writer, " '");
  w2n_write_escaped(&writer, text);
  w2n_write_string(&writer, error ? "': " : "'");
  if (error)
    w2n_write_string(&writer, error_name(error));
  w2n_write_character(&writer, '\n');
  w2n_write_flush(&writer);
  w2n_os_exit(1);
}

// Takes over a descriptor that was open when the program started.
static void add_stream(w2n_wasi *wasi, int host) {
  w2n_descriptor *descriptor = &wasi->descriptors[wasi->descriptor_count++];
  descriptor->host = -1;
  w2n_wasi_filestat status;
  w2n_host_mode mode;
  if (w2n_host_status(host, &status) < 0 || w2n_host_get_mode(host, &mode) < 0)
    return;
  descriptor->host = host;
  descriptor->filetype = status.filetype;
  descriptor->reads = mode.reads;
  descriptor->writes = mode.writes;
  // A directory given as a stream is not one that the program was allowed.
  if (status.filetype != W2N_WASI_FILETYPE_DIRECTORY)
    descriptor->rights_base = w2n_descriptor_rights(host, status.filetype, &mode);
  // For the connections of a socket that listens.
  if (w2n_is_socket(status.filetype))
    descriptor->rights_inheriting = descriptor->rights_base;
}

static void add_directory(w2n_wasi *wasi, const char *host_path, const char *guest_path,
                          int is_read_only) {
  w2n_descriptor descriptor = {
      .filetype = W2N_WASI_FILETYPE_DIRECTORY,
      .is_read_only = is_read_only != 0,
      .rights_base = W2N_WASI_RIGHTS_OF_DIRECTORIES,
      .rights_inheriting = W2N_WASI_RIGHTS_ALL,
      .preopen = guest_path,
  };
  int64_t result = w2n_host_open_path(host_path);
  if (result >= 0) {
    descriptor.host = (int)result;
    result = w2n_descriptor_add(wasi, &descriptor);
  }
  if (result < 0)
    w2n_start_fail("cannot open the directory", host_path, w2n_wasi_error(result));
}

// Opens what an argument --dir=HOST[::GUEST][:ro] names; text is what follows the =.
static void add_directory_option(w2n_wasi *wasi, char *text) {
  const char *guest_path = text;
  int is_read_only = 0;
  size_t length = 0;
  while (text[length])
    ++length;
  if (length >= 3 && text[length - 3] == ':' && text[length - 2] == 'r' &&
      text[length - 1] == 'o') {
    is_read_only = 1;
    text[length - 3] = 0;
  }
  for (char *colon = text; *colon; ++colon)
    if (colon[0] == ':' && colon[1] == ':') {
      *colon = 0;
      guest_path = colon + 2;
      break;
    }
  if (!*text || !*guest_path)
    w2n_start_fail("this is not HOST[::GUEST][:ro]: --dir", text, 0);
  add_directory(wasi, text, guest_path, is_read_only);
}

// Where the text goes on after a prefix; null if it does not begin with it.
static char *after_prefix(char *text, const char *prefix) {
  for (; *prefix; ++prefix, ++text)
    if (*text != *prefix)
      return 0;
  return text;
}

// Reads the options before "--", and leaves the program its own arguments.
static void read_options(w2n_wasi *wasi) {
  char **argument = wasi->arguments;
  for (char *text; *argument && (text = after_prefix(*argument, "--dir=")); ++argument)
    add_directory_option(wasi, text);
  const char *next = *argument;
  if (next && next[0] == '-' && next[1] == '-' && !next[2])
    ++argument;
  else if (next && argument != wasi->arguments)
    w2n_start_fail("expected -- after --dir, not", next, 0);
  wasi->arguments = argument;
}

static void take_capability(w2n_wasi *wasi, const w2n_capability *capability) {
  const char *const *strings = capability->strings;
  switch (capability->kind) {
  case W2N_CAPABILITY_DIRECTORY:
  case W2N_CAPABILITY_READ_ONLY_DIRECTORY:
    add_directory(wasi, strings[0], strings[1],
                  capability->kind == W2N_CAPABILITY_READ_ONLY_DIRECTORY);
    break;
  case W2N_CAPABILITY_RUNTIME_DIRECTORIES:
    read_options(wasi);
    break;
  case W2N_CAPABILITY_ARGUMENT0:
    wasi->argument0 = strings[0];
    break;
  case W2N_CAPABILITY_CLOCKS_DENIED:
    wasi->clocks_denied = 1;
    break;
  default:
    // Of the rest each part of the runtime looks for its own.
    break;
  }
}

__attribute__((constructor)) static void start(int argc, char **argv, char **envp) {
  w2n_wasi *wasi = &w2n_program_wasi;
  wasi->memory = w2n_the_program.memory;
  wasi->argument0 = argv[0];
  wasi->arguments = argc > 0 ? argv + 1 : argv;
  wasi->host_environment = envp;
  w2n_host_ignore_broken_pipes();
  for (int host = 0; host < 3; ++host)
    add_stream(wasi, host);
  wasi->lowest_free = wasi->descriptor_count;
  const char *position = w2n_capabilities_begin();
  for (w2n_capability capability; w2n_capabilities_next(&position, &capability);)
    take_capability(wasi, &capability);
  if (w2n_the_program.open_listeners)
    w2n_the_program.open_listeners();
}
