//===- streams.h - Where the bytes of a descriptor come from ----------------===//
//
// The seam between the two placements: in a program every descriptor is one of the host,
// in a library it may be functions of the host instead. Each defines all of these. Results
// are those of the functions of platform/host.h that are called alike.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_WASI_STREAMS_H
#define W2N_WASI_STREAMS_H

#include "wasi/wasi.h"

// Functions of the host may be called, after which neither the descriptor nor addresses in
// the memory of the program are good any more; those of the buffers are looked after.
int64_t w2n_stream_read(w2n_wasi *wasi, const w2n_descriptor *descriptor,
                        const w2n_host_buffer *buffers, uint32_t count);
int64_t w2n_stream_write(w2n_wasi *wasi, const w2n_descriptor *descriptor,
                         const w2n_host_buffer *buffers, uint32_t count);
int64_t w2n_stream_status(const w2n_descriptor *descriptor, w2n_wasi_filestat *result);
int64_t w2n_stream_get_mode(const w2n_descriptor *descriptor, w2n_host_mode *result);
int64_t w2n_stream_close(const w2n_descriptor *descriptor);
// The descriptor to wait for, or -1 where reading and writing can be tried at any time.
int w2n_stream_wait_for(const w2n_descriptor *descriptor);

#endif // W2N_WASI_STREAMS_H
