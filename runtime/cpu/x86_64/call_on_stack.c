//===- call_on_stack.c - Switching stacks on x86-64 ------------------------===//

#include "cpu/cpu.h"

__attribute__((naked)) void w2n_call_on_stack(void *top __attribute__((unused)),
                                              void (*function)(void *) __attribute__((unused)),
                                              void *argument __attribute__((unused))) {
  __asm__("pushq %rbp\n"
          "movq %rsp, %rbp\n"
          "movq %rdi, %rsp\n"
          "movq %rdx, %rdi\n"
          "callq *%rsi\n"
          "movq %rbp, %rsp\n"
          "popq %rbp\n"
          "retq");
}
