//===- activation.c - Entering and leaving compiled code on x86-64 ---------===//

#include "placement/activation.h"
#include "placement/symbol.h"

// The System V ABI preserves rbx, rbp and r12 to r15. The stack pointer is kept as it is once
// w2n_begin_call has returned.
__attribute__((naked)) uint32_t
w2n_begin_call(__attribute__((unused)) struct w2n_activation *activation,
               __attribute__((unused)) w2n_store *store) {
  __asm__("movq (%rsp), %rax\n"
          "leaq 8(%rsp), %rdx\n"
          "movq %rdx, (%rdi)\n"
          "movq %rax, 8(%rdi)\n"
          "movq %rbx, 16(%rdi)\n"
          "movq %rbp, 24(%rdi)\n"
          "movq %r12, 32(%rdi)\n"
          "movq %r13, 40(%rdi)\n"
          "movq %r14, 48(%rdi)\n"
          "movq %r15, 56(%rdi)\n"
          "jmp " W2N_SYMBOL("w2n_prepare_call"));
}

__attribute__((naked)) _Noreturn void
w2n_activation_leave(__attribute__((unused)) void *activation) {
  __asm__("movq (%rdi), %rsp\n"
          "movq 16(%rdi), %rbx\n"
          "movq 24(%rdi), %rbp\n"
          "movq 32(%rdi), %r12\n"
          "movq 40(%rdi), %r13\n"
          "movq 48(%rdi), %r14\n"
          "movq 56(%rdi), %r15\n"
          "movl $1, %eax\n"
          "jmpq *8(%rdi)");
}
