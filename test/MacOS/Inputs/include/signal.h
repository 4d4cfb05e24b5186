#ifndef SIGNAL_H
#define SIGNAL_H

#include <stddef.h>
#include <stdint.h>

#define SIGILL 4
#define SIGTRAP 5
#define SIGABRT 6
#define SIGFPE 8
#define SIGBUS 10
#define SIGSEGV 11
#define SIGPIPE 13
#define SIGALRM 14
#define SIGTERM 15
#define SIGUSR1 30
#define SIGUSR2 31
#define SIG_DFL ((void (*)(int))0)
#define SIG_IGN ((void (*)(int))1)
#define SA_ONSTACK 0x1
#define SA_RESTART 0x2
#define SA_NODEFER 0x10
#define SA_SIGINFO 0x40
#define SS_ONSTACK 0x1
#define SS_DISABLE 0x4
#define MINSIGSTKSZ 32768
#define SIGSTKSZ 131072

typedef uint32_t sigset_t;
#define sigemptyset(SET) (*(SET) = 0, 0)
#define sigaddset(SET, SIGNAL) (*(SET) |= 1u << ((SIGNAL) - 1), 0)

typedef struct {
  int si_signo, si_errno, si_code, si_pid;
  uint32_t si_uid;
  int si_status;
  void *si_addr;
  uint64_t rest[9];
} siginfo_t;

typedef struct {
  void *ss_sp;
  size_t ss_size;
  int ss_flags;
} stack_t;

struct sigaction {
  union {
    void (*sa_handler)(int);
    void (*sa_sigaction)(int, siginfo_t *, void *);
  };
  sigset_t sa_mask;
  int sa_flags;
};

int sigaction(int, const struct sigaction *, struct sigaction *);
int sigaltstack(const stack_t *, stack_t *);
int raise(int);
int kill(int, int);

#endif
