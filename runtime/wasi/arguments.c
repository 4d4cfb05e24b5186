//===- arguments.c - Arguments and the environment -------------------------===//

#include "placement/capabilities.h"
#include "wasi/memory.h"

// Strings that are measured, or stored in the memory of the program: addresses in a
// list, bytes one after the other.
typedef struct string_writer {
  uint32_t count;
  uint64_t bytes;
  // Null while measuring.
  w2n_wasi_u32 *list;
  char *text;
  uint32_t text_address;
} string_writer;

static void add_string(string_writer *writer, const char *string) {
  if (writer->list)
    writer->list[writer->count].value = writer->text_address + (uint32_t)writer->bytes;
  ++writer->count;
  do {
    if (writer->text)
      writer->text[writer->bytes] = *string;
    ++writer->bytes;
  } while (*string++);
}

typedef void string_source(const w2n_wasi *wasi, string_writer *writer);

static uint32_t measure(const w2n_wasi *wasi, string_source *source, uint32_t count_address,
                        uint32_t size_address) {
  w2n_wasi_u32 *count = W2N_GUEST(wasi, count_address, w2n_wasi_u32);
  w2n_wasi_u32 *size = W2N_GUEST(wasi, size_address, w2n_wasi_u32);
  if (!count || !size)
    return W2N_WASI_FAULT;
  string_writer writer = {0};
  source(wasi, &writer);
  if (writer.bytes > UINT32_MAX)
    return W2N_WASI_OVERFLOW;
  count->value = writer.count;
  size->value = (uint32_t)writer.bytes;
  return W2N_WASI_SUCCESS;
}

static uint32_t store(const w2n_wasi *wasi, string_source *source, uint32_t list_address,
                      uint32_t text_address) {
  string_writer needed = {0};
  source(wasi, &needed);
  string_writer writer = {
      .list = w2n_guest_array(wasi, list_address, needed.count, sizeof(w2n_wasi_u32)),
      .text = w2n_guest(wasi, text_address, needed.bytes),
      .text_address = text_address,
  };
  if (!writer.list || !writer.text)
    return W2N_WASI_FAULT;
  source(wasi, &writer);
  return W2N_WASI_SUCCESS;
}

static void arguments(const w2n_wasi *wasi, string_writer *writer) {
  if (wasi->argument0)
    add_string(writer, wasi->argument0);
  for (char **argument = wasi->arguments; *argument; ++argument)
    add_string(writer, *argument);
}

// Whether an entry NAME=value is of the variable that name begins with, be that another
// entry or the name alone.
static int is_variable(const char *entry, const char *name) {
  while (*entry == *name && *entry != '=' && *entry)
    ++entry, ++name;
  return *entry == '=' && (*name == '=' || !*name);
}

// A variable that the program was compiled with has that value and no other.
static int is_inherited(const char *entry) {
  int result = 0;
  const char *position = w2n_capabilities_begin();
  for (w2n_capability capability; w2n_capabilities_next(&position, &capability);) {
    switch (capability.kind) {
    case W2N_CAPABILITY_VARIABLE:
      if (is_variable(entry, capability.strings[0]))
        return 0;
      break;
    case W2N_CAPABILITY_INHERITED_VARIABLE:
      result |= is_variable(entry, capability.strings[0]);
      break;
    case W2N_CAPABILITY_WHOLE_ENVIRONMENT:
      result = 1;
      break;
    default:
      break;
    }
  }
  return result;
}

static void environment(const w2n_wasi *wasi, string_writer *writer) {
  const char *position = w2n_capabilities_begin();
  for (w2n_capability capability; w2n_capabilities_next(&position, &capability);)
    if (capability.kind == W2N_CAPABILITY_VARIABLE)
      add_string(writer, capability.strings[0]);
  for (char **entry = wasi->host_environment; entry && *entry; ++entry)
    if (is_inherited(*entry))
      add_string(writer, *entry);
}

uint32_t w2n_wasi_args_sizes_get(w2n_wasi *wasi, uint32_t count, uint32_t size) {
  return measure(wasi, arguments, count, size);
}

uint32_t w2n_wasi_args_get(w2n_wasi *wasi, uint32_t list, uint32_t text) {
  return store(wasi, arguments, list, text);
}

uint32_t w2n_wasi_environ_sizes_get(w2n_wasi *wasi, uint32_t count, uint32_t size) {
  return measure(wasi, environment, count, size);
}

uint32_t w2n_wasi_environ_get(w2n_wasi *wasi, uint32_t list, uint32_t text) {
  return store(wasi, environment, list, text);
}
