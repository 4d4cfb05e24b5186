//===- host.h - What WASI needs of a system --------------------------------===//
//
// Implemented by files of platform/<system>; CMake chooses. Speaks of flags, types and
// errors in the numbers of WASI, so that only the platform knows the system's.
//
// Unless told otherwise a function gives 0 or the result it names, or the negated
// W2N_WASI_* error. Descriptors (fd) are the host's. Names and paths end with a NUL.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_PLATFORM_HOST_H
#define W2N_PLATFORM_HOST_H

#include "abi/constants.h"
#include "wasi/types.h"

#include <stddef.h>
#include <stdint.h>

// Room for a path with its NUL; no system takes a longer one.
#define W2N_PATH_SIZE 4096

#define W2N_NANOSECONDS_PER_SECOND 1000000000

// Laid out as the iovec of the systems.
typedef struct w2n_host_buffer {
  void *base;
  size_t length;
} w2n_host_buffer;

// How a file is open, or to be opened.
typedef struct w2n_host_mode {
  uint8_t reads;
  uint8_t writes;
  // W2N_WASI_FDFLAGS_*
  uint16_t fdflags;
  // W2N_WASI_OFLAGS_*; when opening only.
  uint16_t oflags;
} w2n_host_mode;

// New times of a file in nanoseconds since 1970; flags are W2N_WASI_FSTFLAGS_*, of which
// at most one of ATIM and ATIM_NOW, and of MTIM and MTIM_NOW, is set.
typedef struct w2n_host_times {
  uint64_t accessed;
  uint64_t modified;
  uint32_t flags;
} w2n_host_times;

// Where the listing of a directory is; zero before the first. Some systems keep nothing.
typedef struct w2n_host_listing {
  void *stream;
  void *pending;
  uint64_t position;
} w2n_host_listing;

// Open files: files_<system>.c. Reading, writing: the number of bytes; at most
// W2N_BUFFER_LIMIT buffers.
int64_t w2n_host_read(int fd, const w2n_host_buffer *buffers, uint32_t count);
int64_t w2n_host_write(int fd, const w2n_host_buffer *buffers, uint32_t count);
int64_t w2n_host_read_at(int fd, const w2n_host_buffer *buffers, uint32_t count, uint64_t offset);
int64_t w2n_host_write_at(int fd, const w2n_host_buffer *buffers, uint32_t count, uint64_t offset);
// whence: W2N_WASI_WHENCE_*. Gives the new offset.
int64_t w2n_host_seek(int fd, int64_t offset, uint32_t whence);
int64_t w2n_host_close(int fd);
// Another descriptor of the same open file, which programs that are executed don't inherit.
int64_t w2n_host_duplicate(int fd);
int64_t w2n_host_sync(int fd);
int64_t w2n_host_sync_data(int fd);
// advice: W2N_WASI_ADVICE_*; length 0: to the end.
int64_t w2n_host_advise(int fd, uint64_t offset, uint64_t length, uint32_t advice);
// Makes the file at least offset + length bytes long, with room on the disk.
int64_t w2n_host_allocate(int fd, uint64_t offset, uint64_t length);
int64_t w2n_host_set_size(int fd, uint64_t size);
int64_t w2n_host_set_times(int fd, const w2n_host_times *times);
int64_t w2n_host_status(int fd, w2n_wasi_filestat *result);
int64_t w2n_host_get_mode(int fd, w2n_host_mode *result);
// Sets APPEND and NONBLOCK; no system can change the others of an open file.
int64_t w2n_host_set_flags(int fd, uint16_t fdflags);
// 1 or 0.
int w2n_host_is_terminal(int fd);

// Names in a directory: paths_<system>.c. A name is one component, without a slash, and
// is never followed if it is a symbolic link.
//
// Any path of the host, which must be that of a directory; gives its descriptor.
int64_t w2n_host_open_path(const char *path);
// Resolves a path of directories beneath a directory: neither .. nor a symbolic link
// leaves it, whatever others change in the file system at the same time. W2N_WASI_PERM
// for a path that does. Gives a descriptor that is good for the functions below.
int64_t w2n_host_open_beneath(int fd, const char *path);
// A directory, for the same use.
int64_t w2n_host_enter(int fd, const char *name);
// W2N_WASI_LOOP or W2N_WASI_NOTDIR for a symbolic link. Gives a descriptor.
int64_t w2n_host_open(int fd, const char *name, const w2n_host_mode *mode);
int64_t w2n_host_status_of(int fd, const char *name, w2n_wasi_filestat *result);
int64_t w2n_host_set_times_of(int fd, const char *name, const w2n_host_times *times);
// Gives the length; cut off at size. W2N_WASI_INVAL for what is not a symbolic link.
int64_t w2n_host_read_link(int fd, const char *name, char *buffer, size_t size);
int64_t w2n_host_make_directory(int fd, const char *name);
int64_t w2n_host_remove_directory(int fd, const char *name);
int64_t w2n_host_remove_file(int fd, const char *name);
int64_t w2n_host_rename(int from_fd, const char *from, int to_fd, const char *to);
int64_t w2n_host_link(int from_fd, const char *from, int to_fd, const char *to);
int64_t w2n_host_make_link(const char *target, int fd, const char *name);

// Sees an entry of a directory, whose name ends with a NUL; gives 0 to stop.
typedef int w2n_host_visit(void *data, const w2n_wasi_dirent *entry, const char *name);
// Lists a directory from a position that an entry had as its next, or 0. A visit that
// stops sees the same entry again in a listing from the position before it.
int64_t w2n_host_list(int fd, w2n_host_listing *listing, uint64_t position, w2n_host_visit *visit,
                      void *data);
// Frees what a listing holds.
void w2n_host_end_listing(w2n_host_listing *listing);

// Time, chance, signals: system_<system>.c. clock: W2N_WASI_CLOCK_*, below
// W2N_WASI_CLOCK_COUNT. Nanoseconds.
int64_t w2n_host_clock_time(uint32_t clock, uint64_t *result);
int64_t w2n_host_clock_resolution(uint32_t clock, uint64_t *result);
int64_t w2n_host_random(void *buffer, size_t size);
int64_t w2n_host_yield(void);
// signal: of signals.def. W2N_WASI_NOTSUP where the system has none like it.
int64_t w2n_host_raise(uint32_t signal);
// Makes writing to a pipe without a reader an error instead of a signal.
void w2n_host_ignore_broken_pipes(void);

// Waiting, sockets: sockets_<system>.c.
typedef struct w2n_host_wait {
  // -1: nothing to wait for.
  int fd;
  // Set by the caller: wait for bytes to read, or for room to write.
  uint8_t reads;
  uint8_t writes;
  // Set by w2n_host_poll().
  uint8_t is_ready;
  // The other end is closed.
  uint8_t is_closed;
} w2n_host_wait;
// Waits until one of them is ready, or for so many nanoseconds, UINT64_MAX without end;
// perhaps shorter. At most W2N_WAIT_LIMIT. Gives how many are ready.
int64_t w2n_host_poll(w2n_host_wait *waits, uint32_t count, uint64_t timeout);
#define W2N_WAIT_LIMIT 512
// Bytes that can be read without waiting, for pipes, sockets and terminals.
int64_t w2n_host_available(int fd);
// W2N_WASI_FILETYPE_SOCKET_*
int64_t w2n_host_socket_type(int fd);
// fdflags: of these NONBLOCK. Gives a descriptor.
int64_t w2n_host_accept(int fd, uint16_t fdflags);
// flags: W2N_WASI_RIFLAGS_*. Gives the number of bytes, and W2N_WASI_ROFLAGS_*.
int64_t w2n_host_receive(int fd, const w2n_host_buffer *buffers, uint32_t count, uint32_t flags,
                         uint16_t *result_flags);
int64_t w2n_host_send(int fd, const w2n_host_buffer *buffers, uint32_t count);
// how: W2N_WASI_SDFLAGS_*, not 0.
int64_t w2n_host_shutdown(int fd, uint32_t how);

// Listening: listen_<system>.c.
typedef struct w2n_host_address {
  enum { W2N_ADDRESS_IPV4, W2N_ADDRESS_IPV6, W2N_ADDRESS_UNIX } family;
  uint16_t port;
  // The first 4 of an IPv4 address, 16 of an IPv6 address; the highest comes first.
  uint8_t bytes[16];
  // Of a local socket.
  const char *path;
} w2n_host_address;
// Connections that wait to be accepted.
#define W2N_LISTEN_BACKLOG 128
// A stream socket that listens; gives its descriptor.
int64_t w2n_host_listen(const w2n_host_address *address);

#endif // W2N_PLATFORM_HOST_H
