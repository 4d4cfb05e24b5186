//===- arguments.c - Arguments and the environment -------------------------===//

#include "wasi/strings.h"

void w2n_add_string(w2n_string_writer *writer, const char *string) {
  if (writer->list)
    writer->list[writer->count].value = writer->text_address + (uint32_t)writer->bytes;
  ++writer->count;
  do {
    if (writer->text)
      writer->text[writer->bytes] = *string;
    ++writer->bytes;
  } while (*string++);
}

typedef void string_source(const w2n_wasi *wasi, w2n_string_writer *writer);

static uint32_t measure(const w2n_wasi *wasi, string_source *source, uint32_t count_address,
                        uint32_t size_address) {
  w2n_wasi_u32 *count = W2N_GUEST(wasi, count_address, w2n_wasi_u32);
  w2n_wasi_u32 *size = W2N_GUEST(wasi, size_address, w2n_wasi_u32);
  if (!count || !size)
    return W2N_WASI_FAULT;
  w2n_string_writer writer = {0};
  source(wasi, &writer);
  if (writer.bytes > UINT32_MAX)
    return W2N_WASI_OVERFLOW;
  count->value = writer.count;
  size->value = (uint32_t)writer.bytes;
  return W2N_WASI_SUCCESS;
}

static uint32_t store(const w2n_wasi *wasi, string_source *source, uint32_t list_address,
                      uint32_t text_address) {
  w2n_string_writer needed = {0};
  source(wasi, &needed);
  w2n_string_writer writer = {
      .list = w2n_guest_array(wasi, list_address, needed.count, sizeof(w2n_wasi_u32)),
      .text = w2n_guest(wasi, text_address, needed.bytes),
      .text_address = text_address,
  };
  if (!writer.list || !writer.text)
    return W2N_WASI_FAULT;
  source(wasi, &writer);
  return W2N_WASI_SUCCESS;
}

static void arguments(const w2n_wasi *wasi, w2n_string_writer *writer) {
  if (wasi->argument0)
    w2n_add_string(writer, wasi->argument0);
  for (char **argument = wasi->arguments; *argument; ++argument)
    w2n_add_string(writer, *argument);
}

uint32_t w2n_wasi_args_sizes_get(w2n_wasi *wasi, uint32_t count, uint32_t size) {
  return measure(wasi, arguments, count, size);
}

uint32_t w2n_wasi_args_get(w2n_wasi *wasi, uint32_t list, uint32_t text) {
  return store(wasi, arguments, list, text);
}

uint32_t w2n_wasi_environ_sizes_get(w2n_wasi *wasi, uint32_t count, uint32_t size) {
  return measure(wasi, w2n_add_environment, count, size);
}

uint32_t w2n_wasi_environ_get(w2n_wasi *wasi, uint32_t list, uint32_t text) {
  return store(wasi, w2n_add_environment, list, text);
}
