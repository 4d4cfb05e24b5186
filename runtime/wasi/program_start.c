//===- program_start.c - What a program has when it starts -----------------===//

#include "wasi/program_start.h"
#include "core/writer.h"
#include "placement/capabilities.h"
#include "placement/program.h"
#include "platform/os.h"
#include "wasi/setup.h"

w2n_wasi w2n_program_wasi;
static w2n_descriptor descriptors[W2N_DESCRIPTOR_LIMIT];

// What the program was started by, for messages.
static const char *program_name = "error";

_Noreturn void w2n_start_fail(const char *problem, const char *text, const char *behind,
                              uint32_t error) {
  struct w2n_writer writer = {.fd = 2};
  w2n_write_escaped(&writer, program_name);
  w2n_write_string(&writer, ": ");
  w2n_write_string(&writer, problem);
  w2n_write_string(&writer, " '");
  w2n_write_escaped(&writer, text);
  w2n_write_string(&writer, "'");
  w2n_write_string(&writer, behind);
  if (error) {
    w2n_write_string(&writer, ": ");
    w2n_write_string(&writer, w2n_error_text(error));
  }
  w2n_write_character(&writer, '\n');
  w2n_write_flush(&writer);
  w2n_os_exit(1);
}

static void add_directory(w2n_wasi *wasi, const char *host_path, const char *guest_path,
                          int is_read_only) {
  const int64_t result = w2n_setup_directory(wasi, host_path, guest_path, is_read_only);
  if (result < 0)
    w2n_start_fail("cannot open directory", host_path, " given by --dir", w2n_wasi_error(result));
}

// Opens what an option --dir=HOST[::GUEST][:ro] names; text is its value.
static void add_directory_option(w2n_wasi *wasi, char *text) {
  size_t end = 0;
  while (text[end])
    ++end;
  const int is_read_only =
      end >= 3 && text[end - 3] == ':' && text[end - 2] == 'r' && text[end - 1] == 'o';
  end -= is_read_only ? 3 : 0;
  size_t host_end = 0;
  while (host_end < end && !(text[host_end] == ':' && text[host_end + 1] == ':'))
    ++host_end;
  const size_t guest = host_end < end ? host_end + 2 : 0;
  int is_malformed = host_end == 0 || guest >= end;
  // No name that a program gives a directory has a colon: it is :rw, or another mistake.
  for (size_t i = guest; guest && i < end; ++i)
    is_malformed |= text[i] == ':';
  if (is_malformed)
    w2n_start_fail("malformed value", text, " of --dir, which is HOST[::GUEST][:ro]", 0);
  text[end] = 0;
  text[host_end] = 0;
  add_directory(wasi, text, text + guest, is_read_only);
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
  for (; *argument; ++argument) {
    char *text = after_prefix(*argument, "--dir");
    if (text && *text == '=')
      add_directory_option(wasi, text + 1);
    else if (text && !*text && argument[1])
      add_directory_option(wasi, *++argument);
    else
      break;
  }
  const char *next = *argument;
  if (next && next[0] == '-' && next[1] == '-' && !next[2])
    ++argument;
  else if (next && argument != wasi->arguments)
    w2n_start_fail("expected -- after --dir, not", next, "", 0);
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
  if (argc > 0)
    program_name = argv[0];
  wasi->memory = w2n_the_program.memory;
  wasi->argument0 = argv[0];
  wasi->arguments = argc > 0 ? argv + 1 : argv;
  wasi->environment = envp;
  wasi->descriptors = descriptors;
  wasi->descriptor_capacity = W2N_DESCRIPTOR_LIMIT;
  w2n_host_ignore_broken_pipes();
  for (int host = 0; host < 3; ++host)
    w2n_setup_stream(host, &wasi->descriptors[wasi->descriptor_count++]);
  wasi->lowest_free = wasi->descriptor_count;
  const char *position = w2n_capabilities_begin();
  for (w2n_capability capability; w2n_capabilities_next(&position, &capability);)
    take_capability(wasi, &capability);
  if (w2n_the_program.open_listeners)
    w2n_the_program.open_listeners();
}
