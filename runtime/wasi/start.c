//===- start.c - What a program has when it starts -------------------------===//

#include "core/writer.h"
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

// Says what is wrong with a text, and perhaps why, and ends the program.
static _Noreturn void fail(const char *problem, const char *text, const char *reason) {
  struct w2n_writer writer = {.fd = 2};
  w2n_write_string(&writer, "error: ");
  w2n_write_string(&writer, problem);
  w2n_write_string(&writer, " '");
  w2n_write_escaped(&writer, text);
  w2n_write_string(&writer, reason ? "': " : "'");
  if (reason)
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
    fail("cannot open the directory", preopen->host_path, error_name(w2n_wasi_error(result)));
}

// Opens what an argument --dir=HOST[::GUEST][:ro] names; text is what follows the =.
static void add_directory_option(w2n_wasi *wasi, char *text) {
  w2n_preopen preopen = {.host_path = text, .guest_path = text};
  size_t length = 0;
  while (text[length])
    ++length;
  if (length >= 3 && text[length - 3] == ':' && text[length - 2] == 'r' &&
      text[length - 1] == 'o') {
    preopen.is_read_only = 1;
    text[length - 3] = 0;
  }
  for (char *colon = text; *colon; ++colon)
    if (colon[0] == ':' && colon[1] == ':') {
      *colon = 0;
      preopen.guest_path = colon + 2;
      break;
    }
  if (!*preopen.host_path || !*preopen.guest_path)
    fail("this is not HOST[::GUEST][:ro]: --dir", text, 0);
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
  for (char *text; i < argc && (text = after_prefix(argv[i], "--dir=")); ++i)
    add_directory_option(wasi, text);
  if (i < argc && argv[i][0] == '-' && argv[i][1] == '-' && !argv[i][2])
    return i;
  if (i > 1 && i < argc)
    fail("expected -- after --dir, not", argv[i], 0);
  return i - 1;
}

__attribute__((constructor)) static void start(int argc, char **argv, char **envp) {
  w2n_wasi *wasi = &w2n_program_wasi;
  const w2n_program *program = &w2n_the_program;
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
