//===- machine.h - Linux on x86-64: system calls and signal contexts -------===//

#ifndef W2N_PLATFORM_LINUX_MACHINE_H
#define W2N_PLATFORM_LINUX_MACHINE_H

#include <stdint.h>

#define W2N_SYSCALL_NUMBER(X86_64, AARCH64) X86_64

static inline int64_t w2n_syscall(int64_t number, uint64_t a, uint64_t b, uint64_t c, uint64_t d,
                                  uint64_t e, uint64_t f) {
  int64_t result;
  register uint64_t r10 __asm__("r10") = d;
  register uint64_t r8 __asm__("r8") = e;
  register uint64_t r9 __asm__("r9") = f;
  __asm__ volatile("syscall"
                   : "=a"(result)
                   : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
                   : "rcx", "r11", "memory");
  return result;
}

#endif // W2N_PLATFORM_LINUX_MACHINE_H
