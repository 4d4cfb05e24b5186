//===- os_darwin.c - The core's needs by libSystem -------------------------===//

#include "platform/os.h"

#include "platform/darwin/libsystem.h"

static void *map(uint64_t size, int protection, int flags) {
  void *result = mmap(0, size, protection, MAP_PRIVATE | MAP_ANON | flags, -1, 0);
  return result == (void *)-1 ? 0 : result;
}

uint64_t w2n_os_auxiliary_value(char **environment, uint64_t type) {
  (void)environment;
  (void)type;
  return 0;
}

void *w2n_os_reserve(uint64_t size) { return map(size, PROT_NONE, MAP_NORESERVE); }

int w2n_os_commit(void *address, uint64_t size) {
  return mprotect(address, size, PROT_READ | PROT_WRITE) == 0;
}

int w2n_os_set_writable(const void *address, int is_writable) {
  const int protection = is_writable ? PROT_READ | PROT_WRITE : PROT_READ;
  // What is no multiple of the size of a page is refused.
  for (uint64_t page = 0x1000; page <= 0x4000; page *= 4)
    if (mprotect((void *)((uintptr_t)address & -page), page, protection) == 0)
      return 1;
  return 0;
}

void *w2n_os_allocate(uint64_t size) { return map(size, PROT_READ | PROT_WRITE, 0); }

void *w2n_os_reallocate(void *address, uint64_t size, uint64_t new_size) {
  void *result = w2n_os_allocate(new_size);
  if (!result)
    return 0;
  __builtin_memcpy(result, address, size);
  w2n_os_release(address, size);
  return result;
}

void w2n_os_release(void *address, uint64_t size) { munmap(address, size); }

int w2n_os_write(int fd, const char *text, size_t size) {
  while (size > 0) {
    ptrdiff_t written = write(fd, text, size);
    if (written < 0 && *__error() == EINTR)
      continue;
    if (written <= 0)
      return 0;
    text += written;
    size -= (size_t)written;
  }
  return 1;
}

_Noreturn void w2n_os_exit(int status) { _exit(status); }

// What was set before w2n_os_install_fault_handler(), by signal number.
static struct sigaction previous_actions[SIGSEGV + 1];

// Back to the default, by which the instruction faults again and ends the process as it
// should. A signal that was sent does not come again by itself.
static void take_default(int signal, int was_sent) {
  const struct sigaction none = {0};
  sigaction(signal, &none, 0);
  if (was_sent)
    kill(getpid(), signal);
}

static void handler(int signal, siginfo_t *information, void *context) {
  ucontext_t *registers = context;
  struct w2n_fault fault = {.address = (uintptr_t)information->si_addr, .context = context};
  w2n_context_read(registers->uc_mcontext, &fault.pc, &fault.sp, &fault.fp, &fault.lr);
  if (w2n_handle_fault(&fault))
    return;
  const struct sigaction *previous = &previous_actions[signal];
  if ((uintptr_t)previous->sa_handler <= 1) {
    take_default(signal, information->si_code <= 0 || information->si_code >= SI_USER);
    return;
  }
  if (previous->sa_flags & SA_SIGINFO)
    ((void (*)(int, siginfo_t *, void *))previous->sa_handler)(signal, information, context);
  else
    ((void (*)(int))previous->sa_handler)(signal);
}

int w2n_os_install_fault_handler(void) {
  const struct sigaction action = {.sa_handler = (void *)handler,
                                   .sa_flags = SA_SIGINFO | SA_ONSTACK};
  static const int signals[] = {SIGBUS, SIGSEGV};
  for (int i = 0; i < 2; ++i) {
    struct sigaction old;
    if (sigaction(signals[i], &action, &old) != 0)
      return 0;
    if (old.sa_handler != action.sa_handler)
      previous_actions[signals[i]] = old;
  }
  return 1;
}

void w2n_os_remove_fault_handler(void) {
  static const int signals[] = {SIGBUS, SIGSEGV};
  for (int i = 0; i < 2; ++i) {
    struct sigaction current;
    if (sigaction(signals[i], 0, &current) == 0 && current.sa_handler == (void *)handler)
      sigaction(signals[i], &previous_actions[signals[i]], 0);
  }
}

int w2n_os_set_alternate_stack(void *stack, uint64_t size) {
  stack_t current;
  if (sigaltstack(0, &current) != 0)
    return 0;
  if (!(current.ss_flags & SS_DISABLE))
    return 1;
  const stack_t wanted = {.ss_sp = stack, .ss_size = size};
  return sigaltstack(&wanted, 0) == 0;
}

void w2n_os_clear_alternate_stack(void) {
  // The size is checked even here.
  const stack_t none = {.ss_size = W2N_OS_ALTERNATE_STACK_SIZE, .ss_flags = SS_DISABLE};
  sigaltstack(&none, 0);
}

void w2n_os_resume(const struct w2n_fault *fault, uintptr_t pc, uintptr_t sp, void *argument) {
  ucontext_t *registers = fault->context;
  w2n_context_resume(registers->uc_mcontext, pc, sp, (uintptr_t)argument);
}
