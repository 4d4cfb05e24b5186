//===- profile_linux.c - What profiles need of Linux -----------------------===//

#include "platform/linux/open_flags.h"
#include "platform/linux/result.h"
#include "platform/linux/syscall.h"
#include "platform/profile_host.h"

enum { AT_FDCWD = -100, NEW_FILE_MODE = 0666 };

int64_t w2n_profile_create(const char *path) {
  return w2n_linux_result(w2n_syscall(W2N_SYS_openat, (uint64_t)(int64_t)AT_FDCWD, (uintptr_t)path,
                                      W2N_O_WRONLY | W2N_O_CREAT | W2N_O_TRUNC | W2N_O_CLOEXEC,
                                      NEW_FILE_MODE, 0, 0));
}

uint64_t w2n_profile_process(void) {
  return (uint64_t)w2n_syscall(W2N_SYS_getpid, 0, 0, 0, 0, 0, 0);
}
