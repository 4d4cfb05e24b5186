//===- library_streams.c - Descriptors in a host ----------------------------===//

#include "platform/os.h"
#include "wasi/library.h"
#include "wasi/streams.h"

// A call of w2n_wasi_stream::read or write.
struct transfer {
  const w2n_wasi_stream *stream;
  int is_write;
  w2n_host_buffer buffer;
  int64_t result;
};

static void call_stream(void *argument) {
  struct transfer *transfer = argument;
  const w2n_wasi_stream *stream = transfer->stream;
  const w2n_host_buffer *buffer = &transfer->buffer;
  transfer->result = transfer->is_write
                         ? stream->write(stream->context, buffer->base, buffer->length)
                         : stream->read(stream->context, buffer->base, buffer->length);
}

// Gives as much as fits into all buffers, or less.
static int64_t call_for_buffers(w2n_wasi *wasi, struct transfer *transfer,
                                const w2n_host_buffer *buffers, uint32_t count) {
  const w2n_memory *memory = wasi->memory;
  w2n_store *store = w2n_library_wasi(wasi)->store;
  const uint8_t *base = memory->base;
  int64_t sum = 0;
  for (uint32_t i = 0; i < count; ++i) {
    transfer->buffer = buffers[i];
    w2n_call_out(store, call_stream, transfer);
    // Another instance may have called in the meantime.
    wasi->memory = memory;
    w2n_library_wasi(wasi)->store = store;
    if (transfer->result < 0 || (uint64_t)transfer->result > buffers[i].length)
      return sum ? sum : -W2N_WASI_IO;
    sum += transfer->result;
    // What is left has to be asked for again, also where the memory has moved.
    if ((uint64_t)transfer->result < buffers[i].length || memory->base != base)
      break;
  }
  return sum;
}

int64_t w2n_stream_read(w2n_wasi *wasi, const w2n_descriptor *descriptor,
                        const w2n_host_buffer *buffers, uint32_t count) {
  if (!descriptor->stream)
    return w2n_host_read(descriptor->host, buffers, count);
  struct transfer transfer = {.stream = descriptor->stream};
  return call_for_buffers(wasi, &transfer, buffers, count);
}

int64_t w2n_stream_write(w2n_wasi *wasi, const w2n_descriptor *descriptor,
                         const w2n_host_buffer *buffers, uint32_t count) {
  if (!descriptor->stream)
    return w2n_host_write(descriptor->host, buffers, count);
  struct transfer transfer = {.stream = descriptor->stream, .is_write = 1};
  return call_for_buffers(wasi, &transfer, buffers, count);
}

int64_t w2n_stream_status(const w2n_descriptor *descriptor, w2n_wasi_filestat *result) {
  if (!descriptor->stream)
    return w2n_host_status(descriptor->host, result);
  *result = (w2n_wasi_filestat){.filetype = descriptor->filetype, .link_count = 1};
  return 0;
}

int64_t w2n_stream_get_mode(const w2n_descriptor *descriptor, w2n_host_mode *result) {
  if (!descriptor->stream)
    return w2n_host_get_mode(descriptor->host, result);
  *result = (w2n_host_mode){.reads = descriptor->reads, .writes = descriptor->writes};
  return 0;
}

int64_t w2n_stream_close(const w2n_descriptor *descriptor) {
  return descriptor->stream ? 0 : w2n_host_close(descriptor->host);
}

int w2n_stream_wait_for(const w2n_descriptor *descriptor) {
  return descriptor->stream ? -1 : descriptor->host;
}

// The bytes that hold the table of descriptors: a power of two.
static uint64_t table_size(const w2n_wasi *wasi) {
  uint64_t size = W2N_OS_GRANULE;
  while (size < wasi->descriptor_capacity * sizeof(w2n_descriptor))
    size *= 2;
  return wasi->descriptors ? size : 0;
}

int w2n_descriptors_grow(w2n_wasi *wasi) {
  if (wasi->descriptor_capacity == W2N_DESCRIPTOR_LIMIT)
    return 0;
  const uint64_t size = table_size(wasi);
  const uint64_t larger = size ? 2 * size : W2N_OS_GRANULE;
  w2n_descriptor *descriptors =
      size ? w2n_os_reallocate(wasi->descriptors, size, larger) : w2n_os_allocate(larger);
  if (!descriptors)
    return 0;
  wasi->descriptors = descriptors;
  const uint64_t room = larger / sizeof(w2n_descriptor);
  wasi->descriptor_capacity = room < W2N_DESCRIPTOR_LIMIT ? (uint32_t)room : W2N_DESCRIPTOR_LIMIT;
  return 1;
}

void w2n_descriptors_release(w2n_wasi *wasi) {
  w2n_os_release(wasi->descriptors, table_size(wasi));
}
