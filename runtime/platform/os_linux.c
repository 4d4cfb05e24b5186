//===- os_linux.c - The core's needs by Linux system calls -----------------===//

#include "platform/os.h"

#include "platform/linux/syscall.h"

enum {
  PROT_NONE = 0,
  PROT_READ = 1,
  PROT_WRITE = 2,
  MAP_PRIVATE = 0x02,
  MAP_ANONYMOUS = 0x20,
  MAP_NORESERVE = 0x4000,
  MREMAP_MAYMOVE = 1,
  SIGBUS = 7,
  SIGSEGV = 11,
  SIGNAL_COUNT = 12,
  SA_SIGINFO = 0x00000004,
  SA_ONSTACK = 0x08000000,
  SS_DISABLE = 2,
};

static void *map(uint64_t size, uint64_t protection, uint64_t flags) {
  int64_t result = w2n_syscall(W2N_SYS_mmap, 0, size, protection,
                               MAP_PRIVATE | MAP_ANONYMOUS | flags, (uint64_t)-1, 0);
  return w2n_syscall_failed(result) ? 0 : (void *)result;
}

uint64_t w2n_os_auxiliary_value(char **environment, uint64_t type) {
  enum { AT_NULL = 0 };
  while (*environment)
    ++environment;
  // Pairs of a type and a value.
  const uint64_t *entry = (const uint64_t *)(const void *)(environment + 1);
  for (; entry[0] != AT_NULL; entry += 2)
    if (entry[0] == type)
      return entry[1];
  return 0;
}

void *w2n_os_reserve(uint64_t size) { return map(size, PROT_NONE, MAP_NORESERVE); }

int w2n_os_commit(void *address, uint64_t size) {
  return !w2n_syscall_failed(
      w2n_syscall(W2N_SYS_mprotect, (uintptr_t)address, size, PROT_READ | PROT_WRITE, 0, 0, 0));
}

int w2n_os_set_writable(const void *address, int is_writable) {
  const uint64_t protection = is_writable ? PROT_READ | PROT_WRITE : PROT_READ;
  // What is no multiple of the size of a page is refused.
  for (uint64_t page = 0x1000; page <= W2N_OS_GRANULE; page *= 4)
    if (!w2n_syscall_failed(
            w2n_syscall(W2N_SYS_mprotect, (uintptr_t)address & -page, page, protection, 0, 0, 0)))
      return 1;
  return 0;
}

void *w2n_os_allocate(uint64_t size) { return map(size, PROT_READ | PROT_WRITE, 0); }

void *w2n_os_reallocate(void *address, uint64_t size, uint64_t new_size) {
  int64_t result =
      w2n_syscall(W2N_SYS_mremap, (uintptr_t)address, size, new_size, MREMAP_MAYMOVE, 0, 0);
  return w2n_syscall_failed(result) ? 0 : (void *)result;
}

void w2n_os_release(void *address, uint64_t size) {
  w2n_syscall(W2N_SYS_munmap, (uintptr_t)address, size, 0, 0, 0, 0);
}

int w2n_os_write(int fd, const char *text, size_t size) {
  while (size > 0) {
    int64_t written =
        w2n_syscall(W2N_SYS_write, (uint64_t)(int64_t)fd, (uintptr_t)text, size, 0, 0, 0);
    if (written == -4) // EINTR
      continue;
    if (written <= 0)
      return 0;
    text += written;
    size -= (size_t)written;
  }
  return 1;
}

_Noreturn void w2n_os_exit(int status) {
  for (;;)
    w2n_syscall(W2N_SYS_exit_group, (uint64_t)status, 0, 0, 0, 0, 0);
}

// struct sigaction and stack_t as the kernel wants them.
struct signal_action {
  void *handler;
  uint64_t flags;
  void (*restorer)(void);
  uint64_t mask;
};

struct alternate_stack {
  void *address;
  int32_t flags;
  uint64_t size;
};

struct signal_information {
  int32_t number, error, code, padding;
  uintptr_t address;
};

// What was set before w2n_os_install_fault_handler(), by signal number.
static struct signal_action previous_actions[SIGNAL_COUNT];

static int64_t signal_action(int signal, const struct signal_action *action,
                             struct signal_action *old) {
  return w2n_syscall(W2N_SYS_rt_sigaction, (uint64_t)signal, (uintptr_t)action, (uintptr_t)old,
                     sizeof action->mask, 0, 0);
}

// Back to the default, by which the instruction faults again and ends the process as it
// should. A signal that was sent does not come again by itself.
static void take_default(int signal, int was_sent) {
  const struct signal_action none = {0};
  signal_action(signal, &none, 0);
  if (!was_sent)
    return;
  const int64_t process = w2n_syscall(W2N_SYS_getpid, 0, 0, 0, 0, 0, 0);
  const int64_t thread = w2n_syscall(W2N_SYS_gettid, 0, 0, 0, 0, 0, 0);
  w2n_syscall(W2N_SYS_tgkill, (uint64_t)process, (uint64_t)thread, (uint64_t)signal, 0, 0, 0);
}

static void handler(int signal, struct signal_information *information, void *context) {
  struct w2n_fault fault = {.address = information->address, .context = context};
  w2n_context_read(context, &fault.pc, &fault.sp, &fault.fp, &fault.lr);
  if (w2n_handle_fault(&fault))
    return;
  const struct signal_action *previous = &previous_actions[signal];
  if ((uintptr_t)previous->handler <= 1) {
    take_default(signal, information->code <= 0);
    return;
  }
  if (previous->flags & SA_SIGINFO)
    ((void (*)(int, struct signal_information *, void *))previous->handler)(signal, information,
                                                                            context);
  else
    ((void (*)(int))previous->handler)(signal);
}

int w2n_os_install_fault_handler(void) {
  const struct signal_action action = {
      .handler = (void *)handler,
      .flags = SA_SIGINFO | SA_ONSTACK | W2N_SIGNAL_RESTORER_FLAG,
      .restorer = W2N_SIGNAL_RESTORER,
  };
  static const int signals[] = {SIGSEGV, SIGBUS};
  for (int i = 0; i < 2; ++i) {
    struct signal_action old;
    if (w2n_syscall_failed(signal_action(signals[i], &action, &old)))
      return 0;
    if (old.handler != action.handler)
      previous_actions[signals[i]] = old;
  }
  return 1;
}

void w2n_os_remove_fault_handler(void) {
  static const int signals[] = {SIGSEGV, SIGBUS};
  for (int i = 0; i < 2; ++i) {
    struct signal_action current;
    if (!w2n_syscall_failed(signal_action(signals[i], 0, &current)) &&
        current.handler == (void *)handler)
      signal_action(signals[i], &previous_actions[signals[i]], 0);
  }
}

int w2n_os_set_alternate_stack(void *stack, uint64_t size) {
  struct alternate_stack current;
  if (w2n_syscall_failed(w2n_syscall(W2N_SYS_sigaltstack, 0, (uintptr_t)&current, 0, 0, 0, 0)))
    return 0;
  if (!(current.flags & SS_DISABLE))
    return 1;
  const struct alternate_stack wanted = {.address = stack, .size = size};
  return !w2n_syscall_failed(w2n_syscall(W2N_SYS_sigaltstack, (uintptr_t)&wanted, 0, 0, 0, 0, 0));
}

void w2n_os_clear_alternate_stack(void) {
  const struct alternate_stack none = {.flags = SS_DISABLE};
  w2n_syscall(W2N_SYS_sigaltstack, (uintptr_t)&none, 0, 0, 0, 0, 0);
}

void w2n_os_resume(const struct w2n_fault *fault, uintptr_t pc, uintptr_t sp, void *argument) {
  w2n_context_resume(fault->context, pc, sp, (uintptr_t)argument);
}
