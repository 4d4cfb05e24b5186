//===- w2n-noexec.c - Runs a program that cannot make memory executable ----===//
//
//   w2n-noexec PROGRAM [ARGUMENT...]   run it with executable memory denied
//   w2n-noexec --check                 print what this kernel denies it with
//
// Two ways at once, which a process cannot leave and which its children inherit:
// memory-deny-write-execute (Linux 6.3), and a seccomp filter, which lets no mapping be
// executable that execve did not make and closes what the first leaves open (the
// same memory mapped twice). The filter alone is the stricter one, so that an older
// kernel without the first is good enough. A dynamically linked program cannot start
// under the filter, since ld.so has to map code.
//
// Exit status: that of the program; 125 if nothing could be denied, 127 if it could not
// be started.
//
//===----------------------------------------------------------------------===//

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

// Debian 12's kernel headers are older than these two.
#ifndef PR_SET_MDWE
#define PR_SET_MDWE 65
#define PR_MDWE_REFUSE_EXEC_GAIN 1
#endif

enum { exit_not_denied = 125, exit_not_started = 127 };

#if defined(__x86_64__)
#define W2N_AUDIT_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define W2N_AUDIT_ARCH AUDIT_ARCH_AARCH64
#else
#error "the system call convention of this architecture is not known here"
#endif

// System calls of the x32 ABI have this bit in their number; elsewhere none has.
#define W2N_FOREIGN_ABI_BIT 0x40000000

#define W2N_LOAD(FIELD) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, FIELD))
#define W2N_RETURN(ACTION) BPF_STMT(BPF_RET | BPF_K, (ACTION))
#define W2N_DENY W2N_RETURN(SECCOMP_RET_ERRNO | EACCES)
// Denies a system call; the accumulator holds the number.
#define W2N_DENY_CALL(NUMBER) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (NUMBER), 0, 1), W2N_DENY
// Decides a system call by whether its third argument, the protection, has PROT_EXEC.
#define W2N_DENY_EXEC(NUMBER)                                                                      \
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (NUMBER), 0, 4), W2N_LOAD(args[2]),                          \
      BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, PROT_EXEC, 0, 1), W2N_DENY,                             \
      W2N_RETURN(SECCOMP_RET_ALLOW)

static const struct sock_filter filter[] = {
    W2N_LOAD(arch),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, W2N_AUDIT_ARCH, 1, 0),
    W2N_RETURN(SECCOMP_RET_KILL_PROCESS),
    W2N_LOAD(nr),
    BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, W2N_FOREIGN_ABI_BIT, 0, 1),
    W2N_RETURN(SECCOMP_RET_KILL_PROCESS),
    W2N_DENY_CALL(SYS_memfd_create),
    W2N_DENY_CALL(SYS_shmat),
    // READ_IMPLIES_EXEC would make every mapping executable.
    W2N_DENY_CALL(SYS_personality),
    W2N_DENY_EXEC(SYS_mmap),
    W2N_DENY_EXEC(SYS_mprotect),
    W2N_DENY_EXEC(SYS_pkey_mprotect),
    W2N_RETURN(SECCOMP_RET_ALLOW),
};

static bool deny_by_mdwe(void) {
  return prctl(PR_SET_MDWE, PR_MDWE_REFUSE_EXEC_GAIN, 0, 0, 0) == 0;
}

static bool deny_by_seccomp(void) {
  struct sock_filter copy[sizeof(filter) / sizeof(filter[0])];
  memcpy(copy, filter, sizeof(filter));
  const struct sock_fprog program = {sizeof(filter) / sizeof(filter[0]), copy};
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
}

int main(int argc, char **argv) {
  if (argc < 2) {
    fputs("usage: w2n-noexec PROGRAM [ARGUMENT...] | --check\n", stderr);
    return exit_not_denied;
  }
  const bool by_mdwe = deny_by_mdwe();
  if (!deny_by_seccomp()) {
    fprintf(stderr, "w2n-noexec: error: cannot install the seccomp filter: %s\n", strerror(errno));
    return exit_not_denied;
  }
  if (strcmp(argv[1], "--check") == 0) {
    if (puts(by_mdwe ? "memory-deny-write-execute, seccomp" : "seccomp") >= 0 &&
        fflush(stdout) == 0)
      return 0;
    fprintf(stderr, "w2n-noexec: error: cannot write '<stdout>': %s\n", strerror(errno));
    return exit_not_denied;
  }
  execvp(argv[1], argv + 1);
  fprintf(stderr, "w2n-noexec: error: cannot run '%s': %s\n", argv[1], strerror(errno));
  return exit_not_started;
}
