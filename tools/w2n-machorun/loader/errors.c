//===- errors.c - Errors of the loader, and Darwin's errno -----------------===//

#include "libsystem.h"
#include "loader.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

void machorun_fail(const char *message, const char *name) {
  dprintf(STDERR_FILENO, "w2n-machorun: error: %s: %s\n", message, name);
  _exit(MACHORUN_FAILED);
}

void machorun_fail_number(const char *message, uint64_t number) {
  dprintf(STDERR_FILENO, "w2n-machorun: error: %s: 0x%llx\n", message, (unsigned long long)number);
  _exit(MACHORUN_FAILED);
}

void machorun_kill(const char *file, const char *reason) {
  dprintf(STDERR_FILENO, "%s: error: %s\n", file, reason);
  kill(getpid(), SIGKILL);
  _exit(MACHORUN_FAILED);
}

// Darwin's numbers, of sys/errno.h. Not those of the runtime's table, which is tested.
static const uint8_t darwin_numbers[] = {
    [EPERM] = 1,         [ENOENT] = 2,         [ESRCH] = 3,         [EINTR] = 4,
    [EIO] = 5,           [ENXIO] = 6,          [E2BIG] = 7,         [ENOEXEC] = 8,
    [EBADF] = 9,         [ECHILD] = 10,        [EDEADLK] = 11,      [ENOMEM] = 12,
    [EACCES] = 13,       [EFAULT] = 14,        [ENOTBLK] = 15,      [EBUSY] = 16,
    [EEXIST] = 17,       [EXDEV] = 18,         [ENODEV] = 19,       [ENOTDIR] = 20,
    [EISDIR] = 21,       [EINVAL] = 22,        [ENFILE] = 23,       [EMFILE] = 24,
    [ENOTTY] = 25,       [ETXTBSY] = 26,       [EFBIG] = 27,        [ENOSPC] = 28,
    [ESPIPE] = 29,       [EROFS] = 30,         [EMLINK] = 31,       [EPIPE] = 32,
    [EDOM] = 33,         [ERANGE] = 34,        [EAGAIN] = 35,       [EINPROGRESS] = 36,
    [EALREADY] = 37,     [ENOTSOCK] = 38,      [EDESTADDRREQ] = 39, [EMSGSIZE] = 40,
    [EPROTOTYPE] = 41,   [ENOPROTOOPT] = 42,   [EOPNOTSUPP] = 45,   [EAFNOSUPPORT] = 47,
    [EADDRINUSE] = 48,   [EADDRNOTAVAIL] = 49, [ENETDOWN] = 50,     [ENETUNREACH] = 51,
    [ECONNABORTED] = 53, [ECONNRESET] = 54,    [ENOBUFS] = 55,      [EISCONN] = 56,
    [ENOTCONN] = 57,     [ETIMEDOUT] = 60,     [ECONNREFUSED] = 61, [ELOOP] = 62,
    [ENAMETOOLONG] = 63, [EHOSTDOWN] = 64,     [EHOSTUNREACH] = 65, [ENOTEMPTY] = 66,
    [EDQUOT] = 69,       [ESTALE] = 70,        [ENOLCK] = 77,       [ENOSYS] = 78,
    [EOVERFLOW] = 84,    [EILSEQ] = 92,
};

static _Thread_local int current_errno;

int *darwin_error(void) { return &current_errno; }

int64_t machorun_error(int darwin_errno) {
  current_errno = darwin_errno;
  return -1;
}

int64_t machorun_result(int64_t result) {
  if (result != -1)
    return result;
  const int linux_errno = errno;
  const int count = sizeof(darwin_numbers) / sizeof(darwin_numbers[0]);
  if (linux_errno <= 0 || linux_errno >= count || darwin_numbers[linux_errno] == 0)
    machorun_fail_number("an error of Linux that is not modelled", (uint64_t)linux_errno);
  return machorun_error(darwin_numbers[linux_errno]);
}

int machorun_linux_errno(int darwin_errno) {
  const int count = sizeof(darwin_numbers) / sizeof(darwin_numbers[0]);
  for (int i = 1; i < count; ++i)
    if (darwin_numbers[i] == darwin_errno)
      return i;
  return EINVAL;
}
