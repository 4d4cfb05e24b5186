//===- activation.c - Entering and leaving compiled code on x86-64 ---------===//

#include "placement/activation.h"

#include <stddef.h>

_Static_assert(offsetof(struct w2n_activation, stack_pointer) == 0, "as the code below has it");

// The System V ABI preserves rbx, rbp and r12 to r15, and aligns the stack to 16 at
// calls. rbp is 0 inside, so that walks along frame pointers end there.
#define SAVE(REGISTER)                                                                             \
  "pushq %" REGISTER "\n\t"                                                                        \
  ".cfi_adjust_cfa_offset 8\n\t"                                                                   \
  ".cfi_rel_offset %" REGISTER ", 0\n\t"
#define RESTORE_AND_RETURN                                                                         \
  "addq $8, %rsp\n\t"                                                                              \
  "popq %r15\n\t"                                                                                  \
  "popq %r14\n\t"                                                                                  \
  "popq %r13\n\t"                                                                                  \
  "popq %r12\n\t"                                                                                  \
  "popq %rbx\n\t"                                                                                  \
  "popq %rbp\n\t"                                                                                  \
  "retq"

// clang-format off
__attribute__((naked)) uint32_t
w2n_activation_enter(__attribute__((unused)) struct w2n_activation *activation,
                     __attribute__((unused)) void (*function)(void *),
                     __attribute__((unused)) void *argument) {
  __asm__(SAVE("rbp") SAVE("rbx") SAVE("r12") SAVE("r13") SAVE("r14") SAVE("r15")
          "subq $8, %rsp\n\t"
          ".cfi_adjust_cfa_offset 8\n\t"
          "movq %rsp, (%rdi)\n\t"
          "movq %rdx, %rdi\n\t"
          "xorl %ebp, %ebp\n\t"
          "callq *%rsi\n\t"
          "xorl %eax, %eax\n\t"
          RESTORE_AND_RETURN);
}

__attribute__((naked)) _Noreturn void
w2n_activation_leave(__attribute__((unused)) void *activation) {
  __asm__("movq (%rdi), %rsp\n\t"
          "movl $1, %eax\n\t"
          RESTORE_AND_RETURN);
}
// clang-format on
