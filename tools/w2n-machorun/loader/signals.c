//===- signals.c - Signals as Darwin delivers them -------------------------===//
//
// Which signal a fault is on Darwin is known only when it happens (bsd/uxkern of xnu): what
// is mapped but may not be accessed gives SIGBUS, what is not mapped SIGSEGV, and so does
// what is reserved for the main thread's stack. So where the program handles one of the
// two, both of Linux's are caught.
//
//===----------------------------------------------------------------------===//

#include "libsystem.h"
#include "loader.h"
#include "machine.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

enum {
  DARWIN_SIGBUS = 10,
  DARWIN_SIGSEGV = 11,
  DARWIN_SIGNAL_COUNT = 32,
  DARWIN_SA_ONSTACK = 0x01,
  DARWIN_SA_RESTART = 0x02,
  DARWIN_SA_NODEFER = 0x10,
  DARWIN_SA_SIGINFO = 0x40,
  DARWIN_SS_ONSTACK = 1,
  DARWIN_SS_DISABLE = 4,
  DARWIN_MINSIGSTKSZ = 32768,
  DARWIN_BUS_ADRERR = 2,
  DARWIN_SI_USER = 0x10001,
};

struct darwin_siginfo {
  int signo, error, code, pid;
  uint32_t uid;
  int status;
  uintptr_t address;
  uint64_t rest[9];
};

struct darwin_ucontext {
  int on_stack;
  uint32_t mask;
  struct darwin_stack stack;
  void *link;
  size_t context_size;
  struct darwin_mcontext *context;
};

static const uint8_t linux_signals[DARWIN_SIGNAL_COUNT] = {
    [1] = SIGHUP,   [2] = SIGINT,    [3] = SIGQUIT,  [4] = SIGILL,   [5] = SIGTRAP,
    [6] = SIGABRT,  [8] = SIGFPE,    [9] = SIGKILL,  [10] = SIGBUS,  [11] = SIGSEGV,
    [12] = SIGSYS,  [13] = SIGPIPE,  [14] = SIGALRM, [15] = SIGTERM, [16] = SIGURG,
    [17] = SIGSTOP, [18] = SIGTSTP,  [19] = SIGCONT, [20] = SIGCHLD, [21] = SIGTTIN,
    [22] = SIGTTOU, [23] = SIGIO,    [24] = SIGXCPU, [25] = SIGXFSZ, [26] = SIGVTALRM,
    [27] = SIGPROF, [28] = SIGWINCH, [30] = SIGUSR1, [31] = SIGUSR2,
};

int machorun_linux_signal(int darwin_signal) {
  return darwin_signal > 0 && darwin_signal < DARWIN_SIGNAL_COUNT ? linux_signals[darwin_signal]
                                                                  : 0;
}

static int darwin_signal_of(int linux_signal) {
  for (int i = 1; i < DARWIN_SIGNAL_COUNT; ++i)
    if (linux_signals[i] == linux_signal)
      return i;
  machorun_fail_number("a signal of Linux that is not modelled", (uint64_t)linux_signal);
}

static struct darwin_sigaction actions[DARWIN_SIGNAL_COUNT];

// A general protection fault, of an address that no page can have, has SI_KERNEL.
static int darwin_fault_signal(const siginfo_t *information) {
  const struct machorun_stack *stack = machorun_main_stack();
  const char *address = information->si_addr;
  const int is_mapped = information->si_signo == SIGBUS || information->si_code == SEGV_ACCERR;
  const int is_stack = address >= stack->reserved && address < stack->high;
  return is_mapped && !is_stack ? DARWIN_SIGBUS : DARWIN_SIGSEGV;
}

static struct darwin_siginfo describe(int signal, int is_fault, const siginfo_t *information) {
  struct darwin_siginfo result = {.signo = signal};
  if (!is_fault) {
    result.code = DARWIN_SI_USER;
    result.pid = information->si_pid;
    result.uid = information->si_uid;
    return result;
  }
  result.address = (uintptr_t)information->si_addr;
  result.code = signal == DARWIN_SIGBUS ? DARWIN_BUS_ADRERR : information->si_code;
  return result;
}

static int is_handler(const void *handler) { return (uintptr_t)handler > 1; }

static void deliver(int linux_signal, siginfo_t *information, void *linux_context) {
  const int is_fault =
      (linux_signal == SIGSEGV || linux_signal == SIGBUS) && information->si_code > 0;
  const int signal = is_fault ? darwin_fault_signal(information) : darwin_signal_of(linux_signal);
  const struct darwin_sigaction *action = &actions[signal];
  if (!is_handler(action->handler)) {
    // Pending until this returns, and then the end.
    struct sigaction none = {.sa_handler = SIG_DFL};
    sigaction(machorun_linux_signal(signal), &none, 0);
    kill(getpid(), machorun_linux_signal(signal));
    return;
  }
  if (!(action->flags & DARWIN_SA_SIGINFO)) {
    ((void (*)(int))action->handler)(signal);
    return;
  }
  struct darwin_siginfo shown = describe(signal, is_fault, information);
  struct darwin_mcontext registers = {0};
  struct darwin_ucontext context = {.context_size = sizeof(registers), .context = &registers};
  machorun_read_registers(linux_context, shown.address, &registers);
  ((void (*)(int, struct darwin_siginfo *, void *))action->handler)(signal, &shown, &context);
  machorun_write_registers(&registers, linux_context);
}

// Which of Linux's signals are caught follows from the actions of Darwin's.
static int install(int signal) {
  const struct darwin_sigaction *action = &actions[signal];
  struct sigaction wanted = {0};
  const int is_pair = signal == DARWIN_SIGBUS || signal == DARWIN_SIGSEGV;
  const int other = is_pair ? DARWIN_SIGBUS + DARWIN_SIGSEGV - signal : signal;
  if (is_handler(action->handler) || is_handler(actions[other].handler)) {
    const int flags = action->flags | actions[other].flags;
    wanted.sa_sigaction = deliver;
    wanted.sa_flags = SA_SIGINFO | (flags & DARWIN_SA_ONSTACK ? SA_ONSTACK : 0) |
                      (flags & DARWIN_SA_RESTART ? SA_RESTART : 0) |
                      (flags & DARWIN_SA_NODEFER ? SA_NODEFER : 0);
    for (int i = 1; i < DARWIN_SIGNAL_COUNT; ++i)
      if (action->mask >> (i - 1) & 1 && linux_signals[i])
        sigaddset(&wanted.sa_mask, linux_signals[i]);
  } else {
    wanted.sa_handler = action->handler ? SIG_IGN : SIG_DFL;
  }
  return sigaction(machorun_linux_signal(signal), &wanted, 0);
}

int darwin_sigaction(int signal, const struct darwin_sigaction *action,
                     struct darwin_sigaction *old) {
  if (machorun_linux_signal(signal) == 0)
    return (int)machorun_error(DARWIN_EINVAL);
  if (old)
    *old = actions[signal];
  if (!action)
    return 0;
  const int known = DARWIN_SA_ONSTACK | DARWIN_SA_SIGINFO | DARWIN_SA_RESTART | DARWIN_SA_NODEFER;
  if ((action->flags | known) != known)
    machorun_fail_number("flags of sigaction that are not modelled", (uint64_t)action->flags);
  const struct darwin_sigaction previous = actions[signal];
  actions[signal] = *action;
  int64_t result = machorun_result(install(signal));
  if (result == 0 && (signal == DARWIN_SIGBUS || signal == DARWIN_SIGSEGV))
    result = machorun_result(install(DARWIN_SIGBUS + DARWIN_SIGSEGV - signal));
  if (result != 0)
    actions[signal] = previous;
  return (int)result;
}

int darwin_sigaltstack(const struct darwin_stack *stack, struct darwin_stack *old) {
  if (stack && (stack->flags & ~DARWIN_SS_DISABLE) != 0)
    return (int)machorun_error(DARWIN_EINVAL);
  if (stack && stack->size < DARWIN_MINSIGSTKSZ)
    return (int)machorun_error(DARWIN_ENOMEM);
  stack_t linux_old;
  stack_t wanted;
  if (stack)
    wanted = (stack_t){
        .ss_sp = stack->sp, .ss_flags = stack->flags ? SS_DISABLE : 0, .ss_size = stack->size};
  if (sigaltstack(stack ? &wanted : 0, &linux_old) != 0)
    return (int)machorun_result(-1);
  if (old)
    *old =
        (struct darwin_stack){.sp = linux_old.ss_sp,
                              .size = linux_old.ss_size,
                              .flags = (linux_old.ss_flags & SS_DISABLE ? DARWIN_SS_DISABLE : 0) |
                                       (linux_old.ss_flags & SS_ONSTACK ? DARWIN_SS_ONSTACK : 0)};
  return 0;
}
