//===- libsystem.c - What can be bound, by name ----------------------------===//

#include "libsystem.h"
#include "loader.h"
#include "machine.h"

#include <string.h>

#define SAME_NAME(NAME) {"_" #NAME, (void *)darwin_##NAME}
#define INODE64(NAME) {DARWIN_INODE64(#NAME), (void *)darwin_##NAME}

static const struct {
  const char *symbol;
  void *function;
} functions[] = {
    {"__tlv_bootstrap", (void *)machorun_thread_variable},
    {"__exit", (void *)darwin_exit},
    {"___error", (void *)darwin_error},
    // clang-format off
    SAME_NAME(mmap), SAME_NAME(munmap), SAME_NAME(mprotect), SAME_NAME(madvise),
    SAME_NAME(sigaction), SAME_NAME(sigaltstack),
    SAME_NAME(pthread_self), SAME_NAME(pthread_get_stackaddr_np),
    SAME_NAME(pthread_get_stacksize_np), SAME_NAME(getpid), SAME_NAME(kill),
    SAME_NAME(read), SAME_NAME(write), SAME_NAME(readv), SAME_NAME(writev),
    SAME_NAME(pread), SAME_NAME(pwrite), SAME_NAME(preadv), SAME_NAME(pwritev),
    SAME_NAME(close), SAME_NAME(dup), SAME_NAME(dup2), SAME_NAME(lseek), SAME_NAME(fcntl),
    SAME_NAME(fsync), SAME_NAME(ftruncate), SAME_NAME(futimens), INODE64(fstat),
    SAME_NAME(poll), SAME_NAME(ioctl), SAME_NAME(isatty),
    SAME_NAME(open), SAME_NAME(openat), INODE64(fstatat), SAME_NAME(mkdirat),
    SAME_NAME(unlinkat), SAME_NAME(renameat), SAME_NAME(linkat), SAME_NAME(symlinkat),
    SAME_NAME(readlinkat), SAME_NAME(utimensat),
    INODE64(fdopendir), INODE64(readdir), INODE64(rewinddir), INODE64(seekdir),
    INODE64(telldir), SAME_NAME(closedir),
    SAME_NAME(clock_gettime), SAME_NAME(clock_getres), SAME_NAME(nanosleep),
    SAME_NAME(getentropy), SAME_NAME(arc4random_buf), SAME_NAME(sched_yield),
    SAME_NAME(socket), SAME_NAME(setsockopt), SAME_NAME(bind), SAME_NAME(listen),
    SAME_NAME(accept), SAME_NAME(recvmsg), SAME_NAME(sendmsg), SAME_NAME(recv),
    SAME_NAME(send), SAME_NAME(shutdown), SAME_NAME(getsockopt),
    // clang-format on
};

void *machorun_find_function(const char *symbol) {
  for (size_t i = 0; i < sizeof(functions) / sizeof(functions[0]); ++i)
    if (strcmp(functions[i].symbol, symbol) == 0)
      return functions[i].function;
  return 0;
}
