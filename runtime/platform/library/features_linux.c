//===- features_linux.c - The CPU of a process on Linux --------------------===//

#include "platform/library/features.h"

#include "cpu/cpu.h"
#include "platform/linux/syscall.h"

enum { AT_FDCWD = -100, O_CLOEXEC = 02000000 };

uint64_t w2n_host_cpu_features(void) {
  // As a process finds it behind its environment, which is empty here.
  uint64_t vector[1 + 2 * 64] = {0};
  static const char path[] = "/proc/self/auxv";
  const int64_t fd =
      w2n_syscall(W2N_SYS_openat, (uint64_t)(int64_t)AT_FDCWD, (uintptr_t)path, O_CLOEXEC, 0, 0, 0);
  if (fd >= 0) {
    w2n_syscall(W2N_SYS_read, (uint64_t)fd, (uintptr_t)(vector + 1), sizeof vector - 24, 0, 0, 0);
    w2n_syscall(W2N_SYS_close, (uint64_t)fd, 0, 0, 0, 0, 0);
  }
  return w2n_cpu_features((char **)(void *)vector);
}
