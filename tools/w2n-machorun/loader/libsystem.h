//===- libsystem.h - Functions that stand for libSystem's ------------------===//
//
// darwin_NAME behaves as NAME of libSystem: it takes and gives Darwin's structures and
// numbers. What is not modelled ends the process with an error that names it.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_MACHORUN_LIBSYSTEM_H
#define W2N_MACHORUN_LIBSYSTEM_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <time.h>

struct iovec;
struct pollfd;
struct darwin_directory;

enum {
  DARWIN_O_NONBLOCK = 0x4,
  DARWIN_O_APPEND = 0x8,
  DARWIN_O_SYNC = 0x80,
  DARWIN_O_NOFOLLOW = 0x100,
  DARWIN_O_CREAT = 0x200,
  DARWIN_O_TRUNC = 0x400,
  DARWIN_O_EXCL = 0x800,
  DARWIN_O_NOCTTY = 0x20000,
  DARWIN_O_DIRECTORY = 0x100000,
  DARWIN_O_DSYNC = 0x400000,
  DARWIN_O_CLOEXEC = 0x1000000,
};

struct darwin_stat {
  int32_t device;
  uint16_t mode, link_count;
  uint64_t inode;
  uint32_t uid, gid;
  int32_t special_device;
  struct timespec accessed, modified, changed, created;
  int64_t size, blocks;
  int32_t block_size;
  uint32_t flags, generation;
  int32_t spare;
  int64_t spares[2];
};
_Static_assert(sizeof(struct darwin_stat) == 144, "as Darwin has it");

struct darwin_dirent {
  uint64_t inode, seek_offset;
  uint16_t record_length, name_length;
  uint8_t kind;
  char name[1024];
};
_Static_assert(sizeof(struct darwin_dirent) == 1048, "as Darwin has it");

struct darwin_msghdr {
  void *name;
  uint32_t name_length;
  struct iovec *iov;
  int iovlen;
  void *control;
  uint32_t control_length;
  int flags;
};
_Static_assert(sizeof(struct darwin_msghdr) == 48, "as Darwin has it");

struct darwin_sigaction {
  void *handler;
  uint32_t mask;
  int flags;
};
_Static_assert(sizeof(struct darwin_sigaction) == 16, "as Darwin has it");

struct darwin_stack {
  void *sp;
  size_t size;
  int flags;
};

void *darwin_mmap(void *address, size_t length, int protection, int flags, int fd, int64_t offset);
int darwin_munmap(void *address, size_t length);
int darwin_mprotect(void *address, size_t length, int protection);
int darwin_madvise(void *address, size_t length, int advice);

int darwin_sigaction(int signal, const struct darwin_sigaction *action,
                     struct darwin_sigaction *old);
int darwin_sigaltstack(const struct darwin_stack *stack, struct darwin_stack *old);

// Opaque to programs, as pthread_t is.
struct darwin_thread;
struct darwin_mutex;
struct darwin_once;
struct darwin_condition;
int darwin_pthread_create(void **result, const void *attributes, void *(*start)(void *),
                          void *argument);
int darwin_pthread_join(struct darwin_thread *thread, void **result);
int darwin_pthread_detach(struct darwin_thread *thread);
int darwin_pthread_equal(const void *a, const void *b);
void *darwin_pthread_self(void);
int darwin_pthread_kill(struct darwin_thread *thread, int signal);
void *darwin_pthread_get_stackaddr_np(struct darwin_thread *thread);
size_t darwin_pthread_get_stacksize_np(struct darwin_thread *thread);
int darwin_pthread_mutex_init(struct darwin_mutex *mutex, const void *attributes);
int darwin_pthread_mutex_destroy(struct darwin_mutex *mutex);
int darwin_pthread_mutex_lock(struct darwin_mutex *mutex);
int darwin_pthread_mutex_trylock(struct darwin_mutex *mutex);
int darwin_pthread_mutex_unlock(struct darwin_mutex *mutex);
int darwin_pthread_once(struct darwin_once *once, void (*function)(void));
int darwin_pthread_cond_init(struct darwin_condition *condition, const void *attributes);
int darwin_pthread_cond_destroy(struct darwin_condition *condition);
int darwin_pthread_cond_wait(struct darwin_condition *condition, struct darwin_mutex *mutex);
int darwin_pthread_cond_signal(struct darwin_condition *condition);
int darwin_pthread_cond_broadcast(struct darwin_condition *condition);
int darwin_pthread_key_create(unsigned long *key, void (*destructor)(void *));
int darwin_pthread_key_delete(unsigned long key);
void *darwin_pthread_getspecific(unsigned long key);
int darwin_pthread_setspecific(unsigned long key, const void *value);

void *darwin_dlopen(const char *path, int mode);
void *darwin_dlsym(void *handle, const char *name);
int darwin_dlclose(void *handle);
char *darwin_dlerror(void);

_Noreturn void darwin__exit(int status);
_Noreturn void darwin_stub_binder(void);
extern const uintptr_t darwin_stack_chk_guard;
_Noreturn void darwin_stack_chk_fail(void);
int darwin_cxa_atexit(void (*function)(void *), void *argument, void *image);
int darwin_atexit(void (*function)(void));
int darwin_getpagesize(void);
int darwin_raise(int signal);
int darwin_getpid(void);
int darwin_kill(int process, int signal);
int *darwin_error(void);

int64_t darwin_read(int fd, void *buffer, size_t size);
int64_t darwin_write(int fd, const void *buffer, size_t size);
int64_t darwin_readv(int fd, const struct iovec *buffers, int count);
int64_t darwin_writev(int fd, const struct iovec *buffers, int count);
int64_t darwin_pread(int fd, void *buffer, size_t size, int64_t offset);
int64_t darwin_pwrite(int fd, const void *buffer, size_t size, int64_t offset);
int64_t darwin_preadv(int fd, const struct iovec *buffers, int count, int64_t offset);
int64_t darwin_pwritev(int fd, const struct iovec *buffers, int count, int64_t offset);
int darwin_close(int fd);
int darwin_dup(int fd);
int darwin_pipe(int *ends);
int darwin_dup2(int from, int to);
int64_t darwin_lseek(int fd, int64_t offset, int whence);
int darwin_fsync(int fd);
int darwin_ftruncate(int fd, int64_t size);
int darwin_futimens(int fd, const struct timespec *times);
int darwin_fstat(int fd, struct darwin_stat *result);
int darwin_poll(struct pollfd *descriptors, unsigned count, int milliseconds);
int darwin_isatty(int fd);

int darwin_fstatat(int directory, const char *path, struct darwin_stat *result, int flags);
int darwin_mkdirat(int directory, const char *path, uint16_t mode);
int darwin_unlinkat(int directory, const char *path, int flags);
int darwin_renameat(int from_directory, const char *from, int to_directory, const char *to);
int darwin_linkat(int from_directory, const char *from, int to_directory, const char *to,
                  int flags);
int darwin_symlinkat(const char *target, int directory, const char *path);
int64_t darwin_readlinkat(int directory, const char *path, char *buffer, size_t size);
int darwin_utimensat(int directory, const char *path, const struct timespec *times, int flags);

struct darwin_directory *darwin_fdopendir(int fd);
struct darwin_dirent *darwin_readdir(struct darwin_directory *directory);
void darwin_rewinddir(struct darwin_directory *directory);
void darwin_seekdir(struct darwin_directory *directory, long position);
long darwin_telldir(struct darwin_directory *directory);
int darwin_closedir(struct darwin_directory *directory);

int darwin_clock_gettime(unsigned clock, struct timespec *result);
int darwin_clock_getres(unsigned clock, struct timespec *result);
int darwin_nanosleep(const struct timespec *duration, struct timespec *rest);
int darwin_getentropy(void *buffer, size_t size);
void darwin_arc4random_buf(void *buffer, size_t size);
int darwin_sched_yield(void);

extern FILE *darwin___stdinp;
extern FILE *darwin___stdoutp;
extern FILE *darwin___stderrp;
int darwin_vprintf(const char *format, void *list);
int darwin_vfprintf(FILE *stream, const char *format, void *list);
int darwin_vsnprintf(char *buffer, size_t size, const char *format, void *list);
FILE *darwin_fopen(const char *path, const char *mode);
void darwin_perror(const char *text);
const char *darwin_strerror(int darwin_errno);

int darwin_socket(int family, int type, int protocol);
int darwin_setsockopt(int fd, int level, int option, const void *value, uint32_t length);
int darwin_bind(int fd, const void *address, uint32_t length);
int darwin_listen(int fd, int backlog);
int darwin_accept(int fd, void *address, uint32_t *address_length);
int64_t darwin_recvmsg(int fd, struct darwin_msghdr *message, int flags);
int64_t darwin_sendmsg(int fd, const struct darwin_msghdr *message, int flags);
int64_t darwin_recv(int fd, void *buffer, size_t size, int flags);
int64_t darwin_send(int fd, const void *buffer, size_t size, int flags);
int darwin_shutdown(int fd, int how);
int darwin_getsockopt(int fd, int level, int option, void *value, uint32_t *length);

#endif // W2N_MACHORUN_LIBSYSTEM_H
