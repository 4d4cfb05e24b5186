//===- deny.c - Denies this process executable memory ----------------------===//

#include "deny.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

// Debian 12's kernel headers are older than these two.
#ifndef PR_SET_MDWE
#define PR_SET_MDWE 65
#define PR_MDWE_REFUSE_EXEC_GAIN 1
#endif

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

bool w2n_deny_by_mdwe(void) { return prctl(PR_SET_MDWE, PR_MDWE_REFUSE_EXEC_GAIN, 0, 0, 0) == 0; }

bool w2n_deny_by_seccomp(void) {
  struct sock_filter copy[sizeof(filter) / sizeof(filter[0])];
  memcpy(copy, filter, sizeof(filter));
  const struct sock_fprog program = {sizeof(filter) / sizeof(filter[0]), copy};
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
}
