//===- machine.h - macOS on x86-64: symbol names and signal contexts -------===//

#ifndef W2N_PLATFORM_DARWIN_MACHINE_H
#define W2N_PLATFORM_DARWIN_MACHINE_H

// The plain name is the variant with 32-bit inode numbers, but for the simulator of iOS, which
// never had that.
#ifndef W2N_INODE64_SUFFIX
#define W2N_INODE64_SUFFIX "$INODE64"
#endif
#define W2N_INODE64(NAME) __asm__("_" #NAME W2N_INODE64_SUFFIX)

#include <stdint.h>

// The part of a signal context behind ucontext_t::uc_mcontext, as far as its general
// registers.
struct w2n_mcontext {
  uint64_t exception_state[2];
  uint64_t rax, rbx, rcx, rdx, rdi, rsi, rbp, rsp, r8, r9, r10, r11, r12, r13, r14, r15, rip;
};

static inline void w2n_context_read(const struct w2n_mcontext *context, uintptr_t *pc,
                                    uintptr_t *sp, uintptr_t *fp, uintptr_t *lr) {
  *pc = context->rip;
  *sp = context->rsp;
  *fp = context->rbp;
  *lr = 0;
}

// A call would have pushed a return address: sp is lowered by it.
static inline void w2n_context_resume(struct w2n_mcontext *context, uintptr_t pc, uintptr_t sp,
                                      uintptr_t argument) {
  context->rip = pc;
  context->rsp = (sp & ~(uintptr_t)15) - 8;
  context->rdi = argument;
}

#endif // W2N_PLATFORM_DARWIN_MACHINE_H
