//===- machine.h - Linux on AArch64: system calls and signal contexts ------===//

#ifndef W2N_PLATFORM_LINUX_MACHINE_H
#define W2N_PLATFORM_LINUX_MACHINE_H

#include <stdint.h>

#define W2N_SYSCALL_NUMBER(X86_64, AARCH64) AARCH64

// Its name in the kernel's shared object.
#define W2N_VDSO_CLOCK_GETTIME "__kernel_clock_gettime"

enum { W2N_O_DIRECTORY = 040000, W2N_O_NOFOLLOW = 0100000 };

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

// The kernel's struct ucontext, as far as its general registers.
struct w2n_ucontext {
  uint64_t flags, link, stack[3];
  uint8_t signal_mask[128];
  _Alignas(16) uint64_t fault_address;
  uint64_t x[31], sp, pc;
};

static inline void w2n_context_read(const struct w2n_ucontext *context, uintptr_t *pc,
                                    uintptr_t *sp, uintptr_t *fp, uintptr_t *lr) {
  *pc = context->pc;
  *sp = context->sp;
  *fp = context->x[29];
  *lr = context->x[30];
}

static inline void w2n_context_resume(struct w2n_ucontext *context, uintptr_t pc, uintptr_t sp,
                                      uintptr_t argument) {
  context->pc = pc;
  context->sp = sp & ~(uintptr_t)15;
  context->x[0] = argument;
}

// The kernel returns from handlers by itself.
#define W2N_SIGNAL_RESTORER 0
#define W2N_SIGNAL_RESTORER_FLAG 0

// Sets the thread pointer.
static inline void w2n_set_thread_pointer(uintptr_t pointer) {
  __asm__ volatile("msr tpidr_el0, %0" ::"r"(pointer));
}

// Thread-locals lie above the thread pointer, after a header of 16 bytes (ELF TLS,
// variant I).
enum { W2N_TLS_BELOW_POINTER = 0 };

enum { W2N_R_RELATIVE = 1027 };

#endif // W2N_PLATFORM_LINUX_MACHINE_H
