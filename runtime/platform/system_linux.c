//===- system_linux.c - Random numbers and signals on Linux -----------------===//

#include "platform/host.h"
#include "platform/linux/result.h"
#include "platform/linux/syscall.h"

int64_t w2n_host_random(void *buffer, size_t size) {
  uint8_t *bytes = buffer;
  while (size > 0) {
    int64_t result =
        w2n_linux_result(w2n_syscall(W2N_SYS_getrandom, (uintptr_t)bytes, size, 0, 0, 0, 0));
    if (result == -W2N_WASI_INTR)
      continue;
    if (result < 0)
      return result;
    bytes += result;
    size -= (size_t)result;
  }
  return 0;
}

int64_t w2n_host_yield(void) {
  return w2n_linux_result(w2n_syscall(W2N_SYS_sched_yield, 0, 0, 0, 0, 0, 0));
}

int64_t w2n_host_raise(uint32_t signal) {
  uint64_t number;
  switch (signal) {
#define W2N_WASI_SIGNAL(NAME, WASI, LINUX, DARWIN)                                                 \
  case WASI:                                                                                       \
    number = LINUX;                                                                                \
    break;
#include "wasi/signals.def"
  default:
    return -W2N_WASI_INVAL;
  }
  uint64_t process = (uint64_t)w2n_syscall(W2N_SYS_getpid, 0, 0, 0, 0, 0, 0);
  return w2n_linux_result(w2n_syscall(W2N_SYS_kill, process, number, 0, 0, 0, 0));
}

void w2n_host_ignore_broken_pipes(void) {
  // The kernel's struct sigaction; only the first differs from zero.
  static const struct {
    uint64_t handler;
    uint64_t flags;
    uint64_t restorer;
    uint64_t mask;
  } ignore = {.handler = 1};
  enum { SIGPIPE = 13 };
  w2n_syscall(W2N_SYS_rt_sigaction, SIGPIPE, (uintptr_t)&ignore, 0, sizeof(ignore.mask), 0, 0);
}
