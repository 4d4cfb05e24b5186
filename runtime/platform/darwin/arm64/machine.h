//===- machine.h - macOS on arm64: symbol names and signal contexts --------===//

#ifndef W2N_PLATFORM_DARWIN_MACHINE_H
#define W2N_PLATFORM_DARWIN_MACHINE_H

#define W2N_INODE64(NAME) __asm__("_" #NAME)

#include <stdint.h>

// The part of a signal context behind ucontext_t::uc_mcontext, as far as its general
// registers.
struct w2n_mcontext {
  uint64_t exception_state[2];
  uint64_t x[29], fp, lr, sp, pc;
};

static inline void w2n_context_read(const struct w2n_mcontext *context, uintptr_t *pc,
                                    uintptr_t *sp, uintptr_t *fp, uintptr_t *lr) {
  *pc = context->pc;
  *sp = context->sp;
  *fp = context->fp;
  *lr = context->lr;
}

static inline void w2n_context_resume(struct w2n_mcontext *context, uintptr_t pc, uintptr_t sp,
                                      uintptr_t argument) {
  context->pc = pc;
  context->sp = sp & ~(uintptr_t)15;
  context->x[0] = argument;
}

#endif // W2N_PLATFORM_DARWIN_MACHINE_H
