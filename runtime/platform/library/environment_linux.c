//===- environment_linux.c - The environment of a process on Linux ---------===//
//
// Not every C library gives it to the constructors of its libraries, so the system is asked.
//
//===----------------------------------------------------------------------===//

#include "core/profile.h"
#include "platform/library/environment.h"
#include "platform/linux/open_flags.h"
#include "platform/linux/syscall.h"
#include "platform/os.h"

enum { AT_FDCWD = -100, MOST_BYTES = 16 * W2N_OS_GRANULE };

const char *w2n_library_variable(const char *name) {
  static const char path[] = "/proc/self/environ";
  char *bytes = w2n_os_allocate(MOST_BYTES);
  const int64_t fd = w2n_syscall(W2N_SYS_openat, (uint64_t)(int64_t)AT_FDCWD, (uintptr_t)path,
                                 W2N_O_RDONLY | W2N_O_CLOEXEC, 0, 0, 0);
  if (fd < 0 || !bytes)
    return 0;
  uint64_t size = 0;
  for (int64_t count = 1; count > 0 && size < MOST_BYTES - 1; size += count > 0 ? count : 0)
    count = w2n_syscall(W2N_SYS_read, (uint64_t)fd, (uintptr_t)(bytes + size),
                        MOST_BYTES - 1 - size, 0, 0, 0);
  w2n_syscall(W2N_SYS_close, (uint64_t)fd, 0, 0, 0, 0, 0);
  // What is read is kept: a value is in it.
  for (uint64_t entry = 0; entry < size; ++entry) {
    const char *value = w2n_profile_variable_value(bytes + entry, name);
    if (value)
      return value;
    while (entry < size && bytes[entry])
      ++entry;
  }
  return 0;
}
