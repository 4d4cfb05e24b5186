//===- machine.h - Linux on AArch64: system calls and signal contexts ------===//

#ifndef W2N_PLATFORM_LINUX_MACHINE_H
#define W2N_PLATFORM_LINUX_MACHINE_H

#include <stdint.h>

#define W2N_SYSCALL_NUMBER(X86_64, AARCH64) AARCH64

static inline int64_t w2n_syscall(int64_t number, uint64_t a, uint64_t b, uint64_t c, uint64_t d,
                                  uint64_t e, uint64_t f) {
  register int64_t x8 __asm__("x8") = number;
  register uint64_t x0 __asm__("x0") = a;
  register uint64_t x1 __asm__("x1") = b;
  register uint64_t x2 __asm__("x2") = c;
  register uint64_t x3 __asm__("x3") = d;
  register uint64_t x4 __asm__("x4") = e;
  register uint64_t x5 __asm__("x5") = f;
  __asm__ volatile("svc #0"
                   : "+r"(x0)
                   : "r"(x8), "r"(x1), "r"(x2), "r"(x3), "r"(x4), "r"(x5)
                   : "memory");
  return (int64_t)x0;
}

#endif // W2N_PLATFORM_LINUX_MACHINE_H
