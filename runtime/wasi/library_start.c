//===- library_start.c - WASI for a store, and starting instances -----------===//

#include "wasi/library.h"

#include "platform/os.h"

static uint64_t length_of(const char *text) {
  uint64_t length = 0;
  while (text[length])
    ++length;
  return length;
}

// Copies into the store; null where the system has no memory.
static char *copy_text(w2n_store *store, const char *text) {
  const uint64_t length = length_of(text);
  char *copy = w2n_store_allocate(store, length + 1);
  for (uint64_t i = 0; copy && i < length; ++i)
    copy[i] = text[i];
  return copy;
}

static char **copy_list(w2n_store *store, const char *const *list) {
  uint64_t count = 0;
  while (list && list[count])
    ++count;
  char **copy = w2n_store_allocate(store, (count + 1) * sizeof(*copy));
  for (uint64_t i = 0; copy && i < count; ++i) {
    copy[i] = copy_text(store, list[i]);
    if (!copy[i])
      return 0;
  }
  return copy;
}

// Says what cannot be had, and why.
static int fail(w2n_error *error, const char *problem, const char *name, int64_t result) {
  w2n_error_append(error, problem);
  w2n_error_append(error, name);
  w2n_error_append(error, ": ");
  w2n_error_append(error, w2n_error_text(w2n_wasi_error(result)));
  return 0;
}

static int fail_of_descriptor(w2n_error *error, int fd, int64_t result) {
  w2n_error_append(error, "cannot duplicate descriptor ");
  if (fd < 0)
    w2n_error_append(error, "-");
  w2n_error_append_number(error, (uint64_t)(fd < 0 ? -(int64_t)fd : fd));
  return fail(error, "", "", result);
}

// A stream of no descriptor of the host.
static void add_callbacks(const w2n_wasi_stream *stream, w2n_descriptor *descriptor) {
  *descriptor = (w2n_descriptor){
      .host = W2N_NO_HOST_DESCRIPTOR,
      .filetype = W2N_WASI_FILETYPE_UNKNOWN,
      .reads = stream->read != 0,
      .writes = stream->write != 0,
      .rights_base = W2N_WASI_RIGHTS_FD_FILESTAT_GET | W2N_WASI_RIGHTS_POLL_FD_READWRITE,
      .stream = stream,
  };
  if (stream->read)
    descriptor->rights_base |= W2N_WASI_RIGHTS_FD_READ;
  if (stream->write)
    descriptor->rights_base |= W2N_WASI_RIGHTS_FD_WRITE;
}

static int64_t read_nothing(void *context, void *bytes, size_t size) {
  (void)context, (void)bytes, (void)size;
  return 0;
}

static int64_t write_nowhere(void *context, const void *bytes, size_t size) {
  (void)context, (void)bytes;
  return (int64_t)size;
}

// A duplicate, with the rights of the descriptor. Others have it open too, so the module may
// not change its flags.
static int add_descriptor(int fd, w2n_descriptor *descriptor, w2n_error *error) {
  const int64_t own = w2n_host_duplicate(fd);
  if (own < 0)
    return fail_of_descriptor(error, fd, own);
  w2n_setup_stream((int)own, descriptor);
  descriptor->rights_base &= ~(uint64_t)W2N_WASI_RIGHTS_FD_FDSTAT_SET_FLAGS;
  return 1;
}

static int add_stream(struct w2n_library_wasi *library, int number, w2n_error *error) {
  w2n_wasi_stream *stream = &library->streams[number];
  w2n_descriptor *descriptor = &library->wasi.descriptors[library->wasi.descriptor_count++];
  *descriptor = (w2n_descriptor){.host = -1};
  w2n_host_mode mode;
  switch (stream->kind) {
  case W2N_WASI_STREAM_NULL:
    stream->read = read_nothing;
    stream->write = write_nowhere;
    add_callbacks(stream, descriptor);
    return 1;
  case W2N_WASI_STREAM_INHERITED:
    // A process may have been started without it, and then the module is too.
    return w2n_host_get_mode(number, &mode) < 0 || add_descriptor(number, descriptor, error);
  case W2N_WASI_STREAM_DESCRIPTOR:
    return add_descriptor(stream->descriptor, descriptor, error);
  case W2N_WASI_STREAM_CALLBACKS:
    add_callbacks(stream, descriptor);
    return 1;
  }
  w2n_error_append(error, "unknown kind of stream");
  return 0;
}

static int add_directory(struct w2n_library_wasi *library, const w2n_wasi_directory *directory,
                         w2n_error *error) {
  const char *guest = copy_text(library->store, directory->guest_path);
  int64_t result = -W2N_WASI_NOMEM;
  if (guest)
    result =
        w2n_setup_directory(&library->wasi, directory->host_path, guest, directory->is_read_only);
  return result >= 0 || fail(error, "cannot open directory ", directory->host_path, result);
}

static int add_socket(struct w2n_library_wasi *library, int fd, w2n_error *error) {
  w2n_descriptor descriptor;
  const int64_t own = w2n_host_duplicate(fd);
  if (own < 0)
    return fail_of_descriptor(error, fd, own);
  w2n_setup_stream((int)own, &descriptor);
  const int64_t result = w2n_is_socket(descriptor.filetype)
                             ? w2n_descriptor_add(&library->wasi, &descriptor)
                             : -W2N_WASI_NOTSOCK;
  if (result >= 0)
    return 1;
  w2n_host_close((int)own);
  return fail_of_descriptor(error, fd, result);
}

static int add_all(struct w2n_library_wasi *library, const w2n_wasi_config *config,
                   w2n_error *error) {
  for (int number = 0; number < 3; ++number)
    if (!add_stream(library, number, error))
      return 0;
  library->wasi.lowest_free = library->wasi.descriptor_count;
  for (size_t i = 0; i < config->directory_count; ++i)
    if (!add_directory(library, &config->directories[i], error))
      return 0;
  for (size_t i = 0; i < config->socket_count; ++i)
    if (!add_socket(library, config->sockets[i], error))
      return 0;
  return 1;
}

static void release(struct w2n_store_resource *resource) {
  struct w2n_library_wasi *library =
      (void *)((char *)resource - offsetof(struct w2n_library_wasi, resource));
  w2n_wasi *wasi = &library->wasi;
  for (uint32_t fd = 0; fd < wasi->descriptor_count; ++fd)
    if (wasi->descriptors[fd].host >= 0)
      w2n_descriptor_close(wasi, fd);
  w2n_descriptors_release(wasi);
}

w2n_wasi *w2n_wasi_new(w2n_store *store, const w2n_wasi_config *config, w2n_error *error) {
  w2n_error_clear(error);
  struct w2n_library_wasi *library = w2n_store_allocate(store, sizeof(struct w2n_library_wasi));
  char **arguments = copy_list(store, config->arguments);
  char **environment = copy_list(store, config->environment);
  if (!library || !arguments || !environment || !w2n_descriptors_grow(&library->wasi)) {
    fail(error, "WASI", "", -W2N_WASI_NOMEM);
    return 0;
  }
  library->store = store;
  library->resource.release = release;
  library->allowed = config->allowed;
  for (int i = 0; i < 3; ++i)
    library->streams[i] = config->streams[i];
  library->wasi.arguments = arguments;
  library->wasi.environment = environment;
  library->wasi.clocks_denied = !(config->allowed & W2N_WASI_ALLOW_CLOCKS);
  w2n_store_add_resource(store, &library->resource);
  return add_all(library, config, error) ? &library->wasi : 0;
}

static int find_function(w2n_instance *instance, const char *name, w2n_extern *result) {
  return w2n_find_export(instance, name, length_of(name), result) &&
         result->kind == W2N_EXTERN_FUNCTION;
}

w2n_status w2n_wasi_start(w2n_instance *instance, uint32_t *exit_status, w2n_error *error) {
  w2n_extern found;
  *exit_status = 0;
  w2n_error_clear(error);
  if (!find_function(instance, "_start", &found) && !find_function(instance, "_initialize", &found))
    return W2N_OK;
  uint64_t values[1];
  const w2n_status status = w2n_call(instance->store, found.object.function, values, error);
  if (status != W2N_TRAPPED || error->trap_code != W2N_TRAP_EXIT)
    return status;
  *exit_status = error->exit_status;
  return W2N_OK;
}
