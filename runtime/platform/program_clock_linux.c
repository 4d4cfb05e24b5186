//===- program_clock_linux.c - The time without a system call, in programs --===//

#include "platform/linux/syscall.h"
#include "platform/linux/times.h"
#include "platform/linux/vdso.h"

// The kernel's clock_gettime() in this process. Null where there is none.
typedef int clock_gettime_function(int clock, struct w2n_timespec *time);
static clock_gettime_function *vdso_clock_gettime;

__attribute__((constructor)) static void start(int argc, char **argv, char **envp) {
  (void)argc, (void)argv;
  vdso_clock_gettime =
      (clock_gettime_function *)(uintptr_t)w2n_vdso_find(envp, W2N_VDSO_CLOCK_GETTIME);
}

int w2n_linux_clock_gettime(int clock, struct w2n_timespec *time) {
  return vdso_clock_gettime ? vdso_clock_gettime(clock, time) : -1;
}
