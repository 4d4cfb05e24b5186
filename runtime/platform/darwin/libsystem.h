//===- libsystem.h - Our own declarations of libSystem ---------------------===//
//
// So that no SDK is needed. Layouts and numbers are those of macOS on 64-bit CPUs;
// where the CPUs differ, machine.h of the CPU has them. Each function is a row of
// platform/libSystem.def.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_PLATFORM_DARWIN_LIBSYSTEM_H
#define W2N_PLATFORM_DARWIN_LIBSYSTEM_H

// Of the CPU: W2N_INODE64(name), the assembler name of functions whose structures have
// 64-bit inode numbers.
#include "machine.h"

#include <stddef.h>
#include <stdint.h>

struct timespec {
  int64_t tv_sec;
  int64_t tv_nsec;
};

struct iovec {
  void *iov_base;
  size_t iov_len;
};

struct stat {
  int32_t st_dev;
  uint16_t st_mode;
  uint16_t st_nlink;
  uint64_t st_ino;
  uint32_t st_uid;
  uint32_t st_gid;
  int32_t st_rdev;
  struct timespec st_atimespec;
  struct timespec st_mtimespec;
  struct timespec st_ctimespec;
  struct timespec st_birthtimespec;
  int64_t st_size;
  int64_t st_blocks;
  int32_t st_blksize;
  uint32_t st_flags;
  uint32_t st_gen;
  int32_t st_lspare;
  int64_t st_qspare[2];
};
_Static_assert(sizeof(struct stat) == 144, "struct stat of macOS");

struct dirent {
  uint64_t d_ino;
  uint64_t d_seekoff;
  uint16_t d_reclen;
  uint16_t d_namlen;
  uint8_t d_type;
  char d_name[1024];
};
_Static_assert(sizeof(struct dirent) == 1048, "struct dirent of macOS");

struct pollfd {
  int fd;
  int16_t events;
  int16_t revents;
};

struct msghdr {
  void *msg_name;
  uint32_t msg_namelen;
  struct iovec *msg_iov;
  int msg_iovlen;
  void *msg_control;
  uint32_t msg_controllen;
  int msg_flags;
};
_Static_assert(sizeof(struct msghdr) == 48, "struct msghdr of macOS");

// The argument of F_PREALLOCATE.
struct fstore {
  uint32_t fst_flags;
  int32_t fst_posmode;
  int64_t fst_offset;
  int64_t fst_length;
  int64_t fst_bytesalloc;
};

// The argument of F_RDADVISE.
struct radvisory {
  int64_t ra_offset;
  int32_t ra_count;
};

typedef struct {
  void *ss_sp;
  size_t ss_size;
  int ss_flags;
} stack_t;

typedef struct {
  int si_signo;
  int si_errno;
  int si_code;
  int si_pid;
  uint32_t si_uid;
  int si_status;
  void *si_addr;
  uint64_t rest[9];
} siginfo_t;
_Static_assert(sizeof(siginfo_t) == 104, "siginfo_t of macOS");

typedef struct {
  int uc_onstack;
  uint32_t uc_sigmask;
  stack_t uc_stack;
  void *uc_link;
  size_t uc_mcsize;
  struct w2n_mcontext *uc_mcontext;
} ucontext_t;
_Static_assert(sizeof(ucontext_t) == 56, "ucontext_t of macOS");

struct sigaction {
  // SA_SIGINFO: void (*)(int, siginfo_t *, void *); else void (*)(int).
  void *sa_handler;
  uint32_t sa_mask;
  int sa_flags;
};
_Static_assert(sizeof(struct sigaction) == 16, "struct sigaction of macOS");

typedef struct w2n_darwin_directory DIR;
typedef struct w2n_darwin_thread *pthread_t;

enum {
  PROT_NONE = 0,
  PROT_READ = 1,
  PROT_WRITE = 2,
  MAP_PRIVATE = 0x0002,
  MAP_FIXED = 0x0010,
  MAP_NORESERVE = 0x0040,
  MAP_ANON = 0x1000,
};

enum {
  SIGBUS = 10,
  SIGSEGV = 11,
  SIGPIPE = 13,
  SA_ONSTACK = 0x0001,
  SA_SIGINFO = 0x0040,
  SS_DISABLE = 0x0004,
  // The least code of a signal that was sent.
  SI_USER = 0x10001,
};

enum {
  O_RDONLY = 0x0000,
  O_WRONLY = 0x0001,
  O_RDWR = 0x0002,
  O_ACCMODE = 0x0003,
  O_NONBLOCK = 0x0004,
  O_APPEND = 0x0008,
  O_SYNC = 0x0080,
  O_NOFOLLOW = 0x0100,
  O_CREAT = 0x0200,
  O_TRUNC = 0x0400,
  O_EXCL = 0x0800,
  O_NOCTTY = 0x00020000,
  O_DIRECTORY = 0x00100000,
  O_SYMLINK = 0x00200000,
  O_DSYNC = 0x00400000,
  O_CLOEXEC = 0x01000000,
  O_NOFOLLOW_ANY = 0x20000000,
};

enum {
  AT_FDCWD = -2,
  AT_SYMLINK_NOFOLLOW = 0x0020,
  AT_SYMLINK_FOLLOW = 0x0040,
  AT_REMOVEDIR = 0x0080,
};

enum {
  F_DUPFD = 0,
  F_SETFD = 2,
  FD_CLOEXEC = 1,
  F_GETFL = 3,
  F_SETFL = 4,
  F_PREALLOCATE = 42,
  F_RDADVISE = 44,
  F_FULLFSYNC = 51,
  F_DUPFD_CLOEXEC = 67,
  F_ALLOCATECONTIG = 2,
  F_ALLOCATEALL = 4,
  F_PEOFPOSMODE = 3,
};

enum {
  S_IFMT = 0170000,
  S_IFIFO = 0010000,
  S_IFCHR = 0020000,
  S_IFDIR = 0040000,
  S_IFBLK = 0060000,
  S_IFREG = 0100000,
  S_IFLNK = 0120000,
  S_IFSOCK = 0140000,
};

enum {
  DT_UNKNOWN = 0,
  DT_FIFO = 1,
  DT_CHR = 2,
  DT_DIR = 4,
  DT_BLK = 6,
  DT_REG = 8,
  DT_LNK = 10,
  DT_SOCK = 12,
};

// Nanoseconds that stand for "now" and "leave as it is" in futimens and utimensat.
enum { UTIME_NOW = -1, UTIME_OMIT = -2 };

enum {
  CLOCK_REALTIME = 0,
  CLOCK_MONOTONIC = 6,
  CLOCK_PROCESS_CPUTIME_ID = 12,
  CLOCK_THREAD_CPUTIME_ID = 16,
};

enum {
  POLLIN = 0x0001,
  POLLPRI = 0x0002,
  POLLOUT = 0x0004,
  POLLERR = 0x0008,
  POLLHUP = 0x0010,
  POLLNVAL = 0x0020,
};

enum {
  AF_UNIX = 1,
  AF_INET = 2,
  AF_INET6 = 30,
  SOL_SOCKET = 0xFFFF,
  SO_REUSEADDR = 0x4,
  SO_TYPE = 0x1008,
  SOCK_STREAM = 1,
  SOCK_DGRAM = 2,
  MSG_PEEK = 0x2,
  MSG_TRUNC = 0x10,
  MSG_WAITALL = 0x40,
};

// Of ioctl: the number of bytes that can be read at once.
enum { FIONREAD = 0x4004667F };

enum { EINTR = 4, ENOMEM = 12, EINVAL = 22, ENOSYS = 78 };

void *mmap(void *address, size_t length, int protection, int flags, int fd, int64_t offset);
int munmap(void *address, size_t length);
int mprotect(void *address, size_t length, int protection);
int madvise(void *address, size_t length, int advice);

int sigaction(int signal, const struct sigaction *action, struct sigaction *old);
int sigaltstack(const stack_t *stack, stack_t *old);

pthread_t pthread_self(void);
// The highest address of the thread's stack, and how many bytes it has below that.
void *pthread_get_stackaddr_np(pthread_t thread);
size_t pthread_get_stacksize_np(pthread_t thread);

_Noreturn void _exit(int status);
int getpid(void);
int kill(int process, int signal);
// Where errno of this thread is.
int *__error(void);

ptrdiff_t read(int fd, void *buffer, size_t size);
ptrdiff_t write(int fd, const void *buffer, size_t size);
ptrdiff_t readv(int fd, const struct iovec *buffers, int count);
ptrdiff_t writev(int fd, const struct iovec *buffers, int count);
ptrdiff_t pread(int fd, void *buffer, size_t size, int64_t offset);
ptrdiff_t pwrite(int fd, const void *buffer, size_t size, int64_t offset);
// From macOS 11.
ptrdiff_t preadv(int fd, const struct iovec *buffers, int count, int64_t offset);
ptrdiff_t pwritev(int fd, const struct iovec *buffers, int count, int64_t offset);
int close(int fd);
int dup(int fd);
int dup2(int from, int to);
int64_t lseek(int fd, int64_t offset, int whence);
// Variadic functions stay declared as such: arm64 passes what is beyond the named
// parameters on the stack.
int fcntl(int fd, int command, ...);
int fsync(int fd);
int ftruncate(int fd, int64_t size);
int futimens(int fd, const struct timespec times[2]);
int fstat(int fd, struct stat *result) W2N_INODE64(fstat);
int ioctl(int fd, unsigned long request, ...);
int isatty(int fd);
int poll(struct pollfd *descriptors, unsigned count, int milliseconds);

int open(const char *path, int flags, ...);
int openat(int directory, const char *path, int flags, ...);
int fstatat(int directory, const char *path, struct stat *result, int flags) W2N_INODE64(fstatat);
int mkdirat(int directory, const char *path, uint16_t mode);
int unlinkat(int directory, const char *path, int flags);
int renameat(int from_directory, const char *from, int to_directory, const char *to);
int linkat(int from_directory, const char *from, int to_directory, const char *to, int flags);
int symlinkat(const char *target, int directory, const char *path);
ptrdiff_t readlinkat(int directory, const char *path, char *buffer, size_t size);
int utimensat(int directory, const char *path, const struct timespec times[2], int flags);
// Takes over the descriptor.
DIR *fdopendir(int fd) W2N_INODE64(fdopendir);
struct dirent *readdir(DIR *directory) W2N_INODE64(readdir);
void rewinddir(DIR *directory) W2N_INODE64(rewinddir);
void seekdir(DIR *directory, long position) W2N_INODE64(seekdir);
long telldir(DIR *directory) W2N_INODE64(telldir);
int closedir(DIR *directory);

int clock_gettime(unsigned clock, struct timespec *result);
int clock_getres(unsigned clock, struct timespec *result);
int nanosleep(const struct timespec *duration, struct timespec *rest);
// At most 256 bytes.
int getentropy(void *buffer, size_t size);
void arc4random_buf(void *buffer, size_t size);
int sched_yield(void);

int socket(int family, int type, int protocol);
int setsockopt(int fd, int level, int option, const void *value, uint32_t length);
int bind(int fd, const void *address, uint32_t address_length);
int listen(int fd, int backlog);
int accept(int fd, void *address, uint32_t *address_length);
ptrdiff_t recvmsg(int fd, struct msghdr *message, int flags);
ptrdiff_t sendmsg(int fd, const struct msghdr *message, int flags);
ptrdiff_t recv(int fd, void *buffer, size_t size, int flags);
ptrdiff_t send(int fd, const void *buffer, size_t size, int flags);
int shutdown(int fd, int how);
int getsockopt(int fd, int level, int option, void *value, uint32_t *length);

#endif // W2N_PLATFORM_DARWIN_LIBSYSTEM_H
