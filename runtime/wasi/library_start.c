//===- library_start.c - What a host gives, and starting instances ----------===//

#include "wasi/library.h"

#include "placement/library_trap.h"
#include "platform/os.h"

static uint64_t length_of(const char *text) {
  uint64_t length = 0;
  while (text[length])
    ++length;
  return length;
}

// What is copied for a configuration, behind the structure. Measured first, with bytes null.
struct copier {
  char *bytes;
  uint64_t size;
};

static void *copy(struct copier *copier, const void *source, uint64_t size) {
  char *result = copier->bytes ? copier->bytes + copier->size : 0;
  for (uint64_t i = 0; result && i < size; ++i)
    result[i] = ((const char *)source)[i];
  copier->size += size;
  return result;
}

// A list that ends with null. Its pointers come first, since they are aligned.
static char **copy_list(struct copier *copier, const char *const *list) {
  uint64_t count = 0;
  while (list && list[count])
    ++count;
  copier->size = (copier->size + 7) & ~UINT64_C(7);
  static const char *const none[] = {0};
  char **result = copy(copier, list ? list : none, (count + 1) * sizeof(*list));
  for (uint64_t i = 0; i < count; ++i) {
    char *text = copy(copier, list[i], length_of(list[i]) + 1);
    if (result)
      result[i] = text;
  }
  return result;
}

// Says what cannot be had, and why.
static w2n_trap *fail(const char *problem, const char *name, int64_t result) {
  struct w2n_message message = {0};
  w2n_message_append(&message, problem);
  w2n_message_append(&message, name);
  w2n_message_append(&message, ": ");
  w2n_message_append(&message, w2n_error_text(w2n_wasi_error(result)));
  return w2n_trap_of_setup(message.text);
}

static w2n_trap *fail_of_descriptor(int fd, int64_t result) {
  struct w2n_message number = {0};
  if (fd < 0)
    w2n_message_append(&number, "-");
  w2n_message_append_number(&number, (uint64_t)(fd < 0 ? -(int64_t)fd : fd));
  return fail("cannot duplicate descriptor ", number.text, result);
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
static w2n_trap *add_descriptor(int fd, w2n_descriptor *descriptor) {
  const int64_t own = w2n_host_duplicate(fd);
  if (own < 0)
    return fail_of_descriptor(fd, own);
  w2n_setup_stream((int)own, descriptor);
  descriptor->rights_base &= ~(uint64_t)W2N_WASI_RIGHTS_FD_FDSTAT_SET_FLAGS;
  return 0;
}

static w2n_trap *add_stream(struct w2n_library_wasi *library, int number) {
  w2n_wasi_stream *stream = &library->streams[number];
  w2n_descriptor *descriptor = &library->wasi.descriptors[library->wasi.descriptor_count++];
  *descriptor = (w2n_descriptor){.host = -1};
  w2n_host_mode mode;
  switch (stream->kind) {
  case W2N_WASI_STREAM_NULL:
    stream->read = read_nothing;
    stream->write = write_nowhere;
    add_callbacks(stream, descriptor);
    return 0;
  case W2N_WASI_STREAM_INHERITED:
    // A process may have been started without it, and then the module is too.
    return w2n_host_get_mode(number, &mode) < 0 ? 0 : add_descriptor(number, descriptor);
  case W2N_WASI_STREAM_DESCRIPTOR:
    return add_descriptor(stream->descriptor, descriptor);
  case W2N_WASI_STREAM_CALLBACKS:
    add_callbacks(stream, descriptor);
    return 0;
  }
  return w2n_trap_of_setup("unknown kind of stream");
}

static w2n_trap *add_socket(w2n_wasi *wasi, int fd) {
  w2n_descriptor descriptor;
  const int64_t own = w2n_host_duplicate(fd);
  if (own < 0)
    return fail_of_descriptor(fd, own);
  w2n_setup_stream((int)own, &descriptor);
  // To WASI, pipes are of the same type.
  int64_t result = w2n_host_socket_type((int)own);
  if (result >= 0)
    result = w2n_descriptor_add(wasi, &descriptor);
  if (result >= 0)
    return 0;
  w2n_host_close((int)own);
  return fail_of_descriptor(fd, result);
}

static w2n_trap *open_all(struct w2n_library_wasi *library, const w2n_wasi_config *config,
                          struct copier *copier) {
  w2n_trap *trap = 0;
  for (int number = 0; number < 3 && !trap; ++number)
    trap = add_stream(library, number);
  library->wasi.lowest_free = library->wasi.descriptor_count;
  for (size_t i = 0; i < config->directory_count && !trap; ++i) {
    const w2n_wasi_directory *directory = &config->directories[i];
    const char *guest_path =
        copy(copier, directory->guest_path, length_of(directory->guest_path) + 1);
    const int64_t result = w2n_setup_directory(&library->wasi, directory->host_path, guest_path,
                                               directory->is_read_only);
    if (result < 0)
      trap = fail("cannot open directory ", directory->host_path, result);
  }
  for (size_t i = 0; i < config->socket_count && !trap; ++i)
    trap = add_socket(&library->wasi, config->sockets[i]);
  return trap;
}

// Of all that is copied.
static uint64_t measure(const w2n_wasi_config *config) {
  struct copier copier = {0};
  copy_list(&copier, config->arguments);
  copy_list(&copier, config->environment);
  for (size_t i = 0; i < config->directory_count; ++i)
    copier.size += length_of(config->directories[i].guest_path) + 1;
  return copier.size;
}

w2n_trap *w2n_wasi_new(const w2n_wasi_config *config, w2n_wasi **result) {
  *result = 0;
  const uint64_t needed = sizeof(struct w2n_library_wasi) + measure(config);
  const uint64_t size = (needed + W2N_OS_GRANULE - 1) & -(uint64_t)W2N_OS_GRANULE;
  struct w2n_library_wasi *library = w2n_os_allocate(size);
  if (!library)
    return w2n_trap_of_setup("the system has no memory for WASI");
  library->size = size;
  library->allowed = config->allowed;
  for (int i = 0; i < 3; ++i)
    library->streams[i] = config->streams[i];
  struct copier copier = {(char *)(library + 1), 0};
  w2n_wasi *wasi = &library->wasi;
  wasi->resolve = w2n_wasi_resolve;
  wasi->arguments = copy_list(&copier, config->arguments);
  wasi->environment = copy_list(&copier, config->environment);
  wasi->clocks_denied = !(config->allowed & W2N_WASI_ALLOW_CLOCKS);
  w2n_trap *trap = w2n_descriptors_grow(wasi)
                       ? open_all(library, config, &copier)
                       : w2n_trap_of_setup("the system has no memory for WASI");
  if (trap)
    w2n_wasi_free(wasi);
  else
    *result = wasi;
  return trap;
}

void w2n_wasi_free(w2n_wasi *wasi) {
  if (!wasi)
    return;
  for (uint32_t fd = 0; fd < wasi->descriptor_count; ++fd)
    if (wasi->descriptors[fd].host >= 0)
      w2n_descriptor_close(wasi, fd);
  w2n_descriptors_release(wasi);
  w2n_os_release(wasi, w2n_library_wasi(wasi)->size);
}

static int find_function(w2n_instance *instance, const char *name, w2n_extern *result) {
  return w2n_find_export(instance, name, length_of(name), result) &&
         result->kind == W2N_EXTERN_FUNCTION;
}

static int is_empty(const char *signature) { return signature[0] == ':' && !signature[1]; }

w2n_trap *w2n_wasi_start(w2n_instance *instance, uint32_t *exit_status) {
  w2n_extern found;
  *exit_status = 0;
  if (!find_function(instance, "_start", &found) && !find_function(instance, "_initialize", &found))
    return 0;
  if (!is_empty(found.object.function->type->signature))
    return w2n_trap_of_link(instance->module,
                            "the function to start it with has operands or results");
  w2n_trap *trap = w2n_call(instance->store, found.object.function, 0);
  if (!trap || w2n_trap_code(trap) != W2N_TRAP_EXIT)
    return trap;
  *exit_status = w2n_trap_exit_status(trap);
  w2n_trap_free(trap);
  return 0;
}
