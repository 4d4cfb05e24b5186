//===- descriptors.c - The table of descriptors ----------------------------===//

#include "wasi/streams.h"

uint32_t w2n_descriptor_get(w2n_wasi *wasi, uint32_t fd, uint64_t rights, w2n_descriptor **result) {
  if (fd >= wasi->descriptor_count || wasi->descriptors[fd].host < 0)
    return W2N_WASI_BADF;
  w2n_descriptor *descriptor = &wasi->descriptors[fd];
  if (rights & ~descriptor->rights_base)
    return W2N_WASI_NOTCAPABLE;
  *result = descriptor;
  return W2N_WASI_SUCCESS;
}

uint32_t w2n_descriptor_get_file(w2n_wasi *wasi, uint32_t fd, uint64_t rights,
                                 w2n_descriptor **result) {
  uint32_t error = w2n_descriptor_get(wasi, fd, 0, result);
  if (error)
    return error;
  if ((*result)->filetype == W2N_WASI_FILETYPE_DIRECTORY)
    return W2N_WASI_BADF;
  return w2n_descriptor_get(wasi, fd, rights, result);
}

uint32_t w2n_descriptor_get_directory(w2n_wasi *wasi, uint32_t fd, uint64_t rights,
                                      w2n_descriptor **result) {
  uint32_t error = w2n_descriptor_get(wasi, fd, 0, result);
  if (error)
    return error;
  if ((*result)->filetype != W2N_WASI_FILETYPE_DIRECTORY)
    return W2N_WASI_NOTDIR;
  return w2n_descriptor_get(wasi, fd, rights, result);
}

uint32_t w2n_descriptor_get_open(w2n_wasi *wasi, uint32_t fd, uint64_t rights,
                                 w2n_descriptor **result) {
  uint32_t error = w2n_descriptor_get_file(wasi, fd, 0, result);
  if (error)
    return error;
  if ((rights & W2N_WASI_RIGHTS_FD_READ && !(*result)->reads) ||
      (rights & W2N_WASI_RIGHTS_FD_WRITE && !(*result)->writes))
    return W2N_WASI_BADF;
  return w2n_descriptor_get(wasi, fd, rights, result);
}

int64_t w2n_descriptor_add(w2n_wasi *wasi, const w2n_descriptor *descriptor) {
  uint32_t fd = wasi->lowest_free;
  while (fd < wasi->descriptor_count && wasi->descriptors[fd].host >= 0)
    ++fd;
  if (fd == wasi->descriptor_capacity && !w2n_descriptors_grow(wasi))
    return -W2N_WASI_MFILE;
  if (fd == wasi->descriptor_count)
    ++wasi->descriptor_count;
  wasi->descriptors[fd] = *descriptor;
  wasi->lowest_free = fd + 1;
  return fd;
}

int64_t w2n_descriptor_close(w2n_wasi *wasi, uint32_t fd) {
  w2n_descriptor *descriptor = &wasi->descriptors[fd];
  w2n_host_end_listing(&descriptor->listing);
  const int64_t result = w2n_stream_close(descriptor);
  *descriptor = (w2n_descriptor){.host = -1};
  if (fd < wasi->lowest_free)
    wasi->lowest_free = fd;
  return result;
}

uint64_t w2n_descriptor_rights(int host, uint8_t filetype, const w2n_host_mode *mode) {
  uint64_t rights = W2N_WASI_RIGHTS_OF_FILES;
  switch (filetype) {
  case W2N_WASI_FILETYPE_DIRECTORY:
    return W2N_WASI_RIGHTS_OF_DIRECTORIES;
  case W2N_WASI_FILETYPE_SOCKET_DGRAM:
  case W2N_WASI_FILETYPE_SOCKET_STREAM:
    rights = W2N_WASI_RIGHTS_OF_SOCKETS;
    break;
  case W2N_WASI_FILETYPE_CHARACTER_DEVICE:
    // C libraries tell a terminal from other devices by these.
    if (w2n_host_is_terminal(host))
      rights &= ~(uint64_t)(W2N_WASI_RIGHTS_FD_SEEK | W2N_WASI_RIGHTS_FD_TELL);
    break;
  default:
    break;
  }
  if (!mode->reads)
    rights &= ~(uint64_t)W2N_WASI_RIGHTS_READING;
  if (!mode->writes)
    rights &= ~(uint64_t)W2N_WASI_RIGHTS_WRITING;
  return rights;
}

uint32_t w2n_wasi_fd_close(w2n_wasi *wasi, uint32_t fd) {
  w2n_descriptor *descriptor;
  uint32_t error = w2n_descriptor_get(wasi, fd, 0, &descriptor);
  return error ? error : w2n_wasi_error(w2n_descriptor_close(wasi, fd));
}

uint32_t w2n_wasi_fd_renumber(w2n_wasi *wasi, uint32_t from, uint32_t to) {
  w2n_descriptor *source;
  w2n_descriptor *target;
  uint32_t error = w2n_descriptor_get(wasi, from, 0, &source);
  // Only a descriptor can be overwritten.
  if (!error)
    error = w2n_descriptor_get(wasi, to, 0, &target);
  if (error || from == to)
    return error;
  // As with dup2, what became of the descriptor closed on the way is not told.
  w2n_descriptor_close(wasi, to);
  *target = *source;
  *source = (w2n_descriptor){.host = -1};
  if (from < wasi->lowest_free)
    wasi->lowest_free = from;
  return W2N_WASI_SUCCESS;
}
