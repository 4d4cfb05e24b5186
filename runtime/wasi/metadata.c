//===- metadata.c - What is known of an open descriptor ---------------------===//

#include "wasi/shared.h"
#include "wasi/streams.h"
#include "wasi/times.h"

uint32_t w2n_wasi_fd_fdstat_get(w2n_wasi *wasi, uint32_t fd, uint32_t address) {
  w2n_descriptor *descriptor;
  uint32_t error = w2n_descriptor_get(wasi, fd, 0, &descriptor);
  if (error)
    return error;
  w2n_wasi_fdstat *result = W2N_GUEST(wasi, address, w2n_wasi_fdstat);
  if (!result)
    return W2N_WASI_FAULT;
  w2n_host_mode mode;
  error = w2n_wasi_error(w2n_stream_get_mode(descriptor, &mode));
  if (!error)
    *result = (w2n_wasi_fdstat){
        .filetype = descriptor->filetype,
        .flags = mode.fdflags,
        .rights_base = descriptor->rights_base,
        .rights_inheriting = descriptor->rights_inheriting,
    };
  return error;
}

uint32_t w2n_wasi_fd_fdstat_set_flags(w2n_wasi *wasi, uint32_t fd, uint32_t flags) {
  w2n_descriptor *descriptor;
  uint32_t error = w2n_descriptor_get(wasi, fd, W2N_WASI_RIGHTS_FD_FDSTAT_SET_FLAGS, &descriptor);
  if (error)
    return error;
  w2n_host_mode mode;
  error = w2n_wasi_error(w2n_host_get_mode(descriptor->host, &mode));
  if (error)
    return error;
  const uint32_t settable = W2N_WASI_FDFLAGS_APPEND | W2N_WASI_FDFLAGS_NONBLOCK;
  if (flags & ~W2N_WASI_FDFLAGS_ALL || (flags ^ mode.fdflags) & ~settable)
    return W2N_WASI_INVAL;
  return w2n_wasi_error(w2n_host_set_flags(descriptor->host, (uint16_t)flags));
}

uint32_t w2n_wasi_fd_fdstat_set_rights(w2n_wasi *wasi, uint32_t fd, uint64_t base,
                                       uint64_t inheriting) {
  w2n_descriptor *descriptor;
  uint32_t error = w2n_descriptor_get(wasi, fd, base, &descriptor);
  if (error)
    return error;
  if (inheriting & ~descriptor->rights_inheriting)
    return W2N_WASI_NOTCAPABLE;
  descriptor->rights_base = base;
  descriptor->rights_inheriting = inheriting;
  return W2N_WASI_SUCCESS;
}

uint32_t w2n_status_of_descriptor(w2n_wasi *wasi, uint32_t fd, w2n_wasi_filestat *result) {
  w2n_descriptor *descriptor;
  uint32_t error = w2n_descriptor_get(wasi, fd, W2N_WASI_RIGHTS_FD_FILESTAT_GET, &descriptor);
  return error ? error : w2n_wasi_error(w2n_stream_status(descriptor, result));
}

uint32_t w2n_wasi_fd_filestat_get(w2n_wasi *wasi, uint32_t fd, uint32_t address) {
  w2n_wasi_filestat status;
  uint32_t error = w2n_status_of_descriptor(wasi, fd, &status);
  if (error)
    return error;
  w2n_wasi_filestat *result = W2N_GUEST(wasi, address, w2n_wasi_filestat);
  if (!result)
    return W2N_WASI_FAULT;
  *result = status;
  return W2N_WASI_SUCCESS;
}

uint32_t w2n_wasi_fd_filestat_set_size(w2n_wasi *wasi, uint32_t fd, uint64_t size) {
  w2n_descriptor *descriptor;
  uint32_t error =
      w2n_descriptor_get_file(wasi, fd, W2N_WASI_RIGHTS_FD_FILESTAT_SET_SIZE, &descriptor);
  if (error)
    return error;
  if (size > INT64_MAX)
    return W2N_WASI_INVAL;
  return w2n_wasi_error(w2n_host_set_size(descriptor->host, size));
}

uint32_t w2n_wasi_fd_filestat_set_times(w2n_wasi *wasi, uint32_t fd, uint64_t accessed,
                                        uint64_t modified, uint32_t flags) {
  w2n_descriptor *descriptor;
  uint32_t error = w2n_descriptor_get(wasi, fd, W2N_WASI_RIGHTS_FD_FILESTAT_SET_TIMES, &descriptor);
  if (error)
    return error;
  w2n_host_times times = {accessed, modified, flags};
  if (!w2n_times_are_valid(&times))
    return W2N_WASI_INVAL;
  if (descriptor->is_read_only)
    return W2N_WASI_ROFS;
  return w2n_wasi_error(w2n_host_set_times(descriptor->host, &times));
}

uint32_t w2n_wasi_fd_advise(w2n_wasi *wasi, uint32_t fd, uint64_t offset, uint64_t length,
                            uint32_t advice) {
  w2n_descriptor *descriptor;
  uint32_t error = w2n_descriptor_get_file(wasi, fd, W2N_WASI_RIGHTS_FD_ADVISE, &descriptor);
  if (error)
    return error;
  if (offset > INT64_MAX || length > INT64_MAX - offset || advice > W2N_WASI_ADVICE_NOREUSE)
    return W2N_WASI_INVAL;
  return w2n_wasi_error(w2n_host_advise(descriptor->host, offset, length, advice));
}

uint32_t w2n_wasi_fd_allocate(w2n_wasi *wasi, uint32_t fd, uint64_t offset, uint64_t length) {
  w2n_descriptor *descriptor;
  uint32_t error = w2n_descriptor_get_file(wasi, fd, W2N_WASI_RIGHTS_FD_ALLOCATE, &descriptor);
  if (error)
    return error;
  if (length == 0 || offset > INT64_MAX)
    return W2N_WASI_INVAL;
  if (length > INT64_MAX - offset)
    return W2N_WASI_FBIG;
  return w2n_wasi_error(w2n_host_allocate(descriptor->host, offset, length));
}

uint32_t w2n_wasi_fd_sync(w2n_wasi *wasi, uint32_t fd) {
  w2n_descriptor *descriptor;
  uint32_t error = w2n_descriptor_get(wasi, fd, W2N_WASI_RIGHTS_FD_SYNC, &descriptor);
  return error ? error : w2n_wasi_error(w2n_host_sync(descriptor->host));
}

uint32_t w2n_wasi_fd_datasync(w2n_wasi *wasi, uint32_t fd) {
  w2n_descriptor *descriptor;
  uint32_t error = w2n_descriptor_get(wasi, fd, W2N_WASI_RIGHTS_FD_DATASYNC, &descriptor);
  return error ? error : w2n_wasi_error(w2n_host_sync_data(descriptor->host));
}
