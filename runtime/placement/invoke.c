//===- invoke.c - A program that calls an export with its arguments --------===//
//
// The entry of such a program is w2n_invoke, so that others link none of this.
//
//===----------------------------------------------------------------------===//

#include "core/number.h"
#include "placement/capabilities.h"
#include "placement/program.h"
#include "platform/os.h"

static const char *type_name(char letter) {
  switch (letter) {
  case 'i':
    return "i32";
  case 'I':
    return "i64";
  case 'f':
    return "f32";
  case 'F':
    return "f64";
  case 'r':
    return "funcref";
  case 'x':
    return "exnref";
  default:
    return "externref";
  }
}

// How many types a signature has up to the colon or the end.
static unsigned count_types(const char *types) {
  unsigned count = 0;
  while (types[count] && types[count] != ':')
    ++count;
  return count;
}

static int parse(char letter, const char *text, uint64_t *value) {
  switch (letter) {
  case 'i':
    return w2n_parse_integer(text, 32, value);
  case 'I':
    return w2n_parse_integer(text, 64, value);
  case 'f':
    return w2n_parse_float(text, 32, value);
  case 'F':
    return w2n_parse_float(text, 64, value);
  default:
    *value = 0;
    return text[0] == 'n' && text[1] == 'u' && text[2] == 'l' && text[3] == 'l' && !text[4];
  }
}

static void print(struct w2n_writer *writer, char letter, uint64_t value) {
  if (letter == 'i' || letter == 'I')
    w2n_print_integer(writer, letter == 'i' ? 32 : 64, value);
  else if (letter == 'f')
    w2n_print_float(writer, 32, value & UINT32_MAX);
  else if (letter == 'F')
    w2n_print_float(writer, 64, value);
  else
    w2n_write_string(writer, value ? type_name(letter) : "null");
  w2n_write_character(writer, '\n');
}

// Says what is wrong with an argument (null: their number) and which are wanted.
_Noreturn static void usage(const char *program, const char *argument, char letter) {
  struct w2n_writer writer = {.fd = 2};
  if (argument) {
    w2n_write_string(&writer, "error: '");
    w2n_write_escaped(&writer, argument);
    w2n_write_string(&writer, "' is not a value of type ");
    w2n_write_string(&writer, type_name(letter));
  } else {
    w2n_write_string(&writer, "error: wrong number of arguments");
  }
  w2n_write_string(&writer, " for '");
  w2n_write_escaped(&writer, w2n_the_program.invoke_name);
  w2n_write_string(&writer, "'\nusage: ");
  w2n_write_escaped(&writer, program);
  const char *types = w2n_the_program.invoke_signature;
  for (unsigned i = 0; i < count_types(types); ++i) {
    w2n_write_character(&writer, ' ');
    w2n_write_string(&writer, type_name(types[i]));
  }
  w2n_write_character(&writer, '\n');
  w2n_write_flush(&writer);
  w2n_os_exit(1);
}

_Noreturn static void fail(const char *program, const char *problem) {
  struct w2n_writer writer = {.fd = 2};
  w2n_write_escaped(&writer, program);
  w2n_write_string(&writer, ": ");
  w2n_write_string(&writer, problem);
  w2n_write_character(&writer, '\n');
  w2n_write_flush(&writer);
  w2n_os_exit(1);
}

static int takes_directories(void) {
  const char *position = w2n_capabilities_begin();
  for (w2n_capability capability; w2n_capabilities_next(&position, &capability);)
    if (capability.kind == W2N_CAPABILITY_RUNTIME_DIRECTORIES)
      return 1;
  return 0;
}

// The program's own arguments: what follows "--" where directories come first.
static void own_arguments(int *count, char ***arguments) {
  *count = w2n_program_command_line.argc > 0 ? w2n_program_command_line.argc - 1 : 0;
  *arguments = w2n_program_command_line.argv + 1;
  if (!takes_directories())
    return;
  for (int i = 0; i < *count; ++i) {
    const char *argument = (*arguments)[i];
    if (argument[0] == '-' && argument[1] == '-' && !argument[2]) {
      *arguments += i + 1;
      *count -= i + 1;
      return;
    }
  }
}

void w2n_invoke(void) {
  const char *parameters = w2n_the_program.invoke_signature;
  const unsigned parameter_count = count_types(parameters);
  const char *results = parameters + parameter_count + 1;
  const unsigned result_count = count_types(results);
  const unsigned slots = parameter_count > result_count ? parameter_count : result_count;
  uint64_t *values = w2n_os_allocate((slots * sizeof(uint64_t) | (W2N_OS_GRANULE - 1)) + 1);
  if (!values)
    w2n_trap_by_code(W2N_TRAP_OUT_OF_MEMORY);

  char **arguments;
  int count;
  own_arguments(&count, &arguments);
  const char *program = w2n_program_command_line.argc > 0 ? w2n_program_command_line.argv[0] : "";
  if ((unsigned)count != parameter_count)
    usage(program, 0, 0);
  for (unsigned i = 0; i < parameter_count; ++i)
    if (!parse(parameters[i], arguments[i], &values[i]))
      usage(program, arguments[i], parameters[i]);

  w2n_the_program.invoke(values);

  struct w2n_writer writer = {.fd = 1};
  for (unsigned i = 0; i < result_count; ++i)
    print(&writer, results[i], values[i]);
  w2n_write_flush(&writer);
  if (writer.has_failed)
    fail(program, "cannot write the results");
}
