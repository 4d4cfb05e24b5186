//===- program_streams.c - Descriptors of a program -------------------------===//

#include "wasi/streams.h"

int64_t w2n_stream_read(w2n_wasi *wasi, const w2n_descriptor *descriptor,
                        const w2n_host_buffer *buffers, uint32_t count) {
  (void)wasi;
  return w2n_host_read(descriptor->host, buffers, count);
}

int64_t w2n_stream_write(w2n_wasi *wasi, const w2n_descriptor *descriptor,
                         const w2n_host_buffer *buffers, uint32_t count) {
  (void)wasi;
  return w2n_host_write(descriptor->host, buffers, count);
}

int64_t w2n_stream_status(const w2n_descriptor *descriptor, w2n_wasi_filestat *result) {
  return w2n_host_status(descriptor->host, result);
}

int64_t w2n_stream_get_mode(const w2n_descriptor *descriptor, w2n_host_mode *result) {
  return w2n_host_get_mode(descriptor->host, result);
}

int64_t w2n_stream_close(const w2n_descriptor *descriptor) {
  // Standard error stays open: traps are reported there.
  return descriptor->host == 2 ? 0 : w2n_host_close(descriptor->host);
}

int w2n_stream_wait_for(const w2n_descriptor *descriptor) { return descriptor->host; }

int w2n_descriptors_grow(w2n_wasi *wasi) {
  (void)wasi;
  return 0;
}
