//===- machine.h - Linux on x86-64: system calls and signal contexts -------===//

#ifndef W2N_PLATFORM_LINUX_MACHINE_H
#define W2N_PLATFORM_LINUX_MACHINE_H

#include <stdint.h>

#define W2N_SYSCALL_NUMBER(X86_64, AARCH64) X86_64

// Its name in the kernel's shared object.
#define W2N_VDSO_CLOCK_GETTIME "__vdso_clock_gettime"

enum { W2N_O_DIRECTORY = 0200000, W2N_O_NOFOLLOW = 0400000 };

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

// The kernel's struct ucontext, as far as its general registers.
struct w2n_ucontext {
  uint64_t flags, link, stack[3];
  uint64_t r8, r9, r10, r11, r12, r13, r14, r15, rdi, rsi, rbp, rbx, rdx, rax, rcx, rsp, rip;
};

static inline void w2n_context_read(const struct w2n_ucontext *context, uintptr_t *pc,
                                    uintptr_t *sp, uintptr_t *fp, uintptr_t *lr) {
  *pc = context->rip;
  *sp = context->rsp;
  *fp = context->rbp;
  *lr = 0;
}

// A call would have pushed a return address: sp is lowered by it.
static inline void w2n_context_resume(struct w2n_ucontext *context, uintptr_t pc, uintptr_t sp,
                                      uintptr_t argument) {
  context->rip = pc;
  context->rsp = (sp & ~(uintptr_t)15) - 8;
  context->rdi = argument;
}

// Where a signal handler returns to (signal.S): the kernel gives no such code of its own.
__attribute__((visibility("hidden"))) void w2n_signal_return(void);
#define W2N_SIGNAL_RESTORER w2n_signal_return
#define W2N_SIGNAL_RESTORER_FLAG 0x04000000

// Sets the thread pointer.
static inline void w2n_set_thread_pointer(uintptr_t pointer) {
  // arch_prctl(ARCH_SET_FS, pointer)
  w2n_syscall(158, 0x1002, pointer, 0, 0, 0, 0);
}

// Thread-locals lie right below the thread pointer, which points to itself (ELF TLS,
// variant II).
enum { W2N_TLS_BELOW_POINTER = 1 };

enum { W2N_R_RELATIVE = 8 };

#endif // W2N_PLATFORM_LINUX_MACHINE_H
