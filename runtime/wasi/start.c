//===- start.c - What a program has when it starts -------------------------===//

#include "core/writer.h"
#include "placement/program.h"
#include "platform/os.h"
#include "wasi/wasi.h"

w2n_wasi w2n_program_wasi;

// What the program was started by, for messages.
static const char *program_name = "error";

// Says what is wrong with a text and, behind it, why; and ends the program.
static _Noreturn void fail(const char *problem, const char *text, const char *behind,
                           const char *reason) {
  struct w2n_writer writer = {.fd = 2};
  w2n_write_escaped(&writer, program_name);
  w2n_write_string(&writer, ": ");
  w2n_write_string(&writer, problem);
  w2n_write_string(&writer, " '");
  w2n_write_escaped(&writer, text);
  w2n_write_string(&writer, behind);
  w2n_write_string(&writer, reason);
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
  // A directory given as a stream is not one that the program was allowed.
  if (status.filetype != W2N_WASI_FILETYPE_DIRECTORY)
    descriptor->rights_base = w2n_descriptor_rights(host, status.filetype, &mode);
}

static void add_preopen(w2n_wasi *wasi, const w2n_preopen *preopen) {
  w2n_descriptor descriptor = {
      .filetype = W2N_WASI_FILETYPE_DIRECTORY,
      .is_read_only = preopen->is_read_only != 0,
      .rights_base = W2N_WASI_RIGHTS_OF_DIRECTORIES,
      .rights_inheriting = W2N_WASI_RIGHTS_ALL,
      .preopen = preopen->guest_path,
  };
  int64_t result = w2n_host_open_path(preopen->host_path);
  if (result >= 0) {
    descriptor.host = (int)result;
    result = w2n_descriptor_add(wasi, &descriptor);
  }
  if (result < 0)
    fail("cannot open directory", preopen->host_path,
         "' given by --dir: ", w2n_error_text(w2n_wasi_error(result)));
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
    fail("malformed value", text, "' of --dir, which is HOST[::GUEST][:ro]", "");
  text[end] = 0;
  text[host_end] = 0;
  const w2n_preopen preopen = {
      .host_path = text, .guest_path = text + guest, .is_read_only = (uint64_t)is_read_only};
  add_preopen(wasi, &preopen);
}

// Where the text goes on after a prefix; null if it does not begin with it.
static char *after_prefix(char *text, const char *prefix) {
  for (; *prefix; ++prefix, ++text)
    if (*text != *prefix)
      return 0;
  return text;
}

// Reads the options before "--"; gives how many arguments they are.
static int read_options(w2n_wasi *wasi, int argc, char **argv) {
  int i = 1;
  for (; i < argc; ++i) {
    char *text = after_prefix(argv[i], "--dir");
    if (text && *text == '=')
      add_directory_option(wasi, text + 1);
    else if (text && !*text && i + 1 < argc)
      add_directory_option(wasi, argv[++i]);
    else
      break;
  }
  if (i < argc && argv[i][0] == '-' && argv[i][1] == '-' && !argv[i][2])
    return i;
  if (i > 1 && i < argc)
    fail("expected -- after --dir, not", argv[i], "'", "");
  return i - 1;
}

__attribute__((constructor)) static void start(int argc, char **argv, char **envp) {
  w2n_wasi *wasi = &w2n_program_wasi;
  const w2n_program *program = &w2n_the_program;
  if (argc > 0)
    program_name = argv[0];
  wasi->memory = program->memory;
  wasi->host_environment = envp;
  w2n_host_ignore_broken_pipes();
  for (int host = 0; host < 3; ++host)
    add_stream(wasi, host);
  wasi->lowest_free = wasi->descriptor_count;
  for (uint64_t i = 0; i < program->preopen_count; ++i)
    add_preopen(wasi, &program->preopens[i]);
  if (argc == 0)
    return;
  int options = program->flags & W2N_PROGRAM_RUNTIME_DIRS ? read_options(wasi, argc, argv) : 0;
  wasi->arguments = argv + options;
  wasi->argument_count = (uint32_t)(argc - options);
  wasi->arguments[0] = program->arg0 ? (char *)(uintptr_t)program->arg0 : argv[0];
}
