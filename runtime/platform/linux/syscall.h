//===- syscall.h - Linux system calls, without a C library -----------------===//
//
// int64_t result = w2n_syscall(W2N_SYS_write, 2, (uintptr_t)text, length, 0, 0, 0);
//
// A result in [-4095, -1] is the negated error number.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_PLATFORM_LINUX_SYSCALL_H
#define W2N_PLATFORM_LINUX_SYSCALL_H

// Of the architecture: w2n_syscall() and W2N_SYSCALL_NUMBER(x86_64, aarch64).
#include "machine.h"

enum w2n_syscall_number {
#define W2N_SYSCALL(NAME, X86_64, AARCH64) W2N_SYS_##NAME = W2N_SYSCALL_NUMBER(X86_64, AARCH64),
#include "platform/linux/syscalls.def"
};

// Whether a system call failed; the error number is then -result.
static inline int w2n_syscall_failed(int64_t result) { return result < 0 && result >= -4095; }

#endif // W2N_PLATFORM_LINUX_SYSCALL_H
