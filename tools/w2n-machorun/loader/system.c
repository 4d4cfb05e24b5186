//===- system.c - The process, time and random numbers ---------===//

#include "libsystem.h"
#include "loader.h"
#include "machine.h"

#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

int __cxa_atexit(void (*function)(void *), void *argument, void *image);

void darwin__exit(int status) { _exit(status); }

// For lazy binding, which images with chained fixups do not have.
void darwin_stub_binder(void) { machorun_fail("not modelled", "dyld_stub_binder"); }

const uintptr_t darwin_stack_chk_guard = (uintptr_t)0x5AFEC0DE00FF0A0D;

void darwin_stack_chk_fail(void) { abort(); }

// That the image may be unloaded before is left out, since none is.
int darwin_cxa_atexit(void (*function)(void *), void *argument, void *image) {
  (void)image;
  return __cxa_atexit(function, argument, 0);
}

int darwin_atexit(void (*function)(void)) {
  return __cxa_atexit((void (*)(void *))(void *)function, 0, 0);
}

int darwin_getpagesize(void) { return DARWIN_PAGE_SIZE; }

int darwin_raise(int signal) { return darwin_pthread_kill(darwin_pthread_self(), signal); }

int darwin_getpid(void) { return getpid(); }

int darwin_kill(int process, int signal) {
  const int number = machorun_linux_signal(signal);
  if (signal != 0 && number == 0)
    machorun_fail_number("a signal that is not modelled", (uint64_t)signal);
  return (int)machorun_result(kill(process, number));
}

int darwin_sched_yield(void) { return (int)machorun_result(sched_yield()); }

static clockid_t clock_of(unsigned darwin_clock) {
  enum { REALTIME = 0, MONOTONIC = 6, PROCESS_CPUTIME = 12, THREAD_CPUTIME = 16 };
  switch (darwin_clock) {
  case REALTIME:
    return CLOCK_REALTIME;
  case MONOTONIC:
    // Darwin's counts while the machine sleeps.
    return CLOCK_BOOTTIME;
  case PROCESS_CPUTIME:
    return CLOCK_PROCESS_CPUTIME_ID;
  case THREAD_CPUTIME:
    return CLOCK_THREAD_CPUTIME_ID;
  default:
    machorun_fail_number("a clock that is not modelled", darwin_clock);
  }
}

// struct timespec is the same on both systems.
int darwin_clock_gettime(unsigned clock, struct timespec *result) {
  return (int)machorun_result(clock_gettime(clock_of(clock), result));
}

int darwin_clock_getres(unsigned clock, struct timespec *result) {
  return (int)machorun_result(clock_getres(clock_of(clock), result));
}

int darwin_nanosleep(const struct timespec *duration, struct timespec *rest) {
  return (int)machorun_result(nanosleep(duration, rest));
}

enum { ENTROPY_LIMIT = 256 };

int darwin_getentropy(void *buffer, size_t size) {
  if (size > ENTROPY_LIMIT)
    return (int)machorun_error(DARWIN_EIO);
  return (int)machorun_result(getentropy(buffer, size));
}

void darwin_arc4random_buf(void *buffer, size_t size) {
  for (char *rest = buffer; size > 0;) {
    const size_t part = size < ENTROPY_LIMIT ? size : ENTROPY_LIMIT;
    if (getentropy(rest, part) != 0)
      machorun_fail("no random numbers", "getentropy");
    rest += part;
    size -= part;
  }
}
