//===- call_on_stack.c - Switching stacks on AArch64 -----------------------===//

#include "cpu/cpu.h"

__attribute__((naked)) void w2n_call_on_stack(void *top __attribute__((unused)),
                                              void (*function)(void *) __attribute__((unused)),
                                              void *argument __attribute__((unused))) {
  __asm__("stp x29, x30, [sp, #-16]!\n"
          "mov x29, sp\n"
          "mov sp, x0\n"
          "mov x0, x2\n"
          "blr x1\n"
          "mov sp, x29\n"
          "ldp x29, x30, [sp], #16\n"
          "ret");
}
