//===- activation.c - Entering and leaving compiled code on x86-64 ---------===//

#include "placement/activation.h"

#include <stddef.h>

_Static_assert(offsetof(struct w2n_activation, stack_pointer) == 0, "as the code below has it");

// The System V ABI preserves rbx, rbp and r12 to r15, and aligns the stack to 16 at
// calls. rbp is 0 inside, so that walks along frame pointers end there.
#define RESTORE_AND_RETURN                                                                         \
  "addq $8, %rsp\n"                                                                                \
  "popq %r15\n"                                                                                    \
  "popq %r14\n"                                                                                    \
  "popq %r13\n"                                                                                    \
  "popq %r12\n"                                                                                    \
  "popq %rbx\n"                                                                                    \
  "popq %rbp\n"                                                                                    \
  "retq"

__attribute__((naked))
uint32_t w2n_activation_enter(__attribute__((unused)) struct w2n_activation *activation,
                              __attribute__((unused)) void (*function)(void *),
                              __attribute__((unused)) void *argument) {
  __asm__("pushq %rbp\n"
          "pushq %rbx\n"
          "pushq %r12\n"
          "pushq %r13\n"
          "pushq %r14\n"
          "pushq %r15\n"
          "subq $8, %rsp\n"
          "movq %rsp, (%rdi)\n"
          "movq %rdx, %rdi\n"
          "xorl %ebp, %ebp\n"
          "callq *%rsi\n"
          "xorl %eax, %eax\n" RESTORE_AND_RETURN);
}

__attribute__((naked)) _Noreturn void
w2n_activation_leave(__attribute__((unused)) void *activation) {
  __asm__("movq (%rdi), %rsp\n"
          "movl $1, %eax\n" RESTORE_AND_RETURN);
}
