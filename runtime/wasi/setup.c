//===- setup.c - What is open before the first call -------------------------===//

#include "wasi/setup.h"

void w2n_setup_stream(int host, w2n_descriptor *descriptor) {
  *descriptor = (w2n_descriptor){.host = -1};
  w2n_wasi_filestat status;
  w2n_host_mode mode;
  if (w2n_host_status(host, &status) < 0 || w2n_host_get_mode(host, &mode) < 0)
    return;
  descriptor->host = host;
  descriptor->filetype = status.filetype;
  descriptor->reads = mode.reads;
  descriptor->writes = mode.writes;
  // A directory given as a stream is not one that the program was allowed.
  if (status.filetype != W2N_WASI_FILETYPE_DIRECTORY)
    descriptor->rights_base = w2n_descriptor_rights(host, status.filetype, &mode);
  // For the connections of a socket that listens.
  if (w2n_is_socket(status.filetype))
    descriptor->rights_inheriting = descriptor->rights_base;
}

int64_t w2n_setup_directory(w2n_wasi *wasi, const char *host_path, const char *guest_path,
                            int is_read_only) {
  w2n_descriptor descriptor = {
      .filetype = W2N_WASI_FILETYPE_DIRECTORY,
      .is_read_only = is_read_only != 0,
      .rights_base = W2N_WASI_RIGHTS_OF_DIRECTORIES,
      .rights_inheriting = W2N_WASI_RIGHTS_ALL,
      .preopen = guest_path,
  };
  int64_t result = w2n_host_open_path(host_path);
  if (result < 0)
    return result;
  descriptor.host = (int)result;
  result = w2n_descriptor_add(wasi, &descriptor);
  if (result < 0)
    w2n_host_close(descriptor.host);
  return result;
}
