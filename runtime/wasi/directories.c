//===- directories.c - Preopened directories and listings -------------------===//

#include "wasi/memory.h"

static uint32_t get_preopen(w2n_wasi *wasi, uint32_t fd, const char **name, uint32_t *length) {
  w2n_descriptor *descriptor;
  uint32_t error = w2n_descriptor_get(wasi, fd, 0, &descriptor);
  if (error)
    return error;
  // C libraries end their search for preopened directories at this error.
  if (!descriptor->preopen)
    return W2N_WASI_BADF;
  *name = descriptor->preopen;
  for (*length = 0; (*name)[*length];)
    ++*length;
  return W2N_WASI_SUCCESS;
}

uint32_t w2n_wasi_fd_prestat_get(w2n_wasi *wasi, uint32_t fd, uint32_t address) {
  const char *name;
  uint32_t length;
  uint32_t error = get_preopen(wasi, fd, &name, &length);
  if (error)
    return error;
  w2n_wasi_prestat *result = W2N_GUEST(wasi, address, w2n_wasi_prestat);
  if (!result)
    return W2N_WASI_FAULT;
  *result = (w2n_wasi_prestat){.tag = 0, .name_length = length};
  return W2N_WASI_SUCCESS;
}

uint32_t w2n_wasi_fd_prestat_dir_name(w2n_wasi *wasi, uint32_t fd, uint32_t address,
                                      uint32_t size) {
  const char *name;
  uint32_t length;
  uint32_t error = get_preopen(wasi, fd, &name, &length);
  if (error)
    return error;
  char *result = w2n_guest(wasi, address, size);
  if (!result)
    return W2N_WASI_FAULT;
  if (size < length)
    return W2N_WASI_NAMETOOLONG;
  for (uint32_t i = 0; i < length; ++i)
    result[i] = name[i];
  return W2N_WASI_SUCCESS;
}

// Where entries go, and how much of that is used.
typedef struct entry_writer {
  uint8_t *buffer;
  uint32_t size;
  uint32_t used;
  // The number that .. gets, that of the directory itself: what is above may be out of reach.
  uint64_t parent_inode;
} entry_writer;

// Stores as many bytes as there is room for.
static void add_bytes(entry_writer *writer, const void *bytes, uint32_t length) {
  const uint8_t *source = bytes;
  for (uint32_t i = 0; i < length && writer->used < writer->size; ++i)
    writer->buffer[writer->used++] = source[i];
}

// Entries are cut off at the end of the buffer, which tells the program that more follow.
static int add_entry(void *data, const w2n_wasi_dirent *entry, const char *name) {
  entry_writer *writer = data;
  w2n_wasi_dirent header = *entry;
  if (header.name_length == 2 && name[0] == '.' && name[1] == '.')
    header.inode = writer->parent_inode;
  uint64_t needed = sizeof(header) + (uint64_t)header.name_length;
  int fits = needed <= writer->size - writer->used;
  add_bytes(writer, &header, sizeof(header));
  add_bytes(writer, name, header.name_length);
  return fits;
}

uint32_t w2n_wasi_fd_readdir(w2n_wasi *wasi, uint32_t fd, uint32_t address, uint32_t size,
                             uint64_t position, uint32_t used_address) {
  w2n_descriptor *descriptor;
  uint32_t error = w2n_descriptor_get_directory(wasi, fd, W2N_WASI_RIGHTS_FD_READDIR, &descriptor);
  if (error)
    return error;
  entry_writer writer = {.buffer = w2n_guest(wasi, address, size), .size = size};
  w2n_wasi_u32 *used = W2N_GUEST(wasi, used_address, w2n_wasi_u32);
  if (!writer.buffer || !used)
    return W2N_WASI_FAULT;
  w2n_wasi_filestat status;
  error = w2n_wasi_error(w2n_host_status(descriptor->host, &status));
  if (error)
    return error;
  writer.parent_inode = status.inode;
  error = w2n_wasi_error(
      w2n_host_list(descriptor->host, &descriptor->listing, position, add_entry, &writer));
  if (!error)
    used->value = writer.used;
  return error;
}
