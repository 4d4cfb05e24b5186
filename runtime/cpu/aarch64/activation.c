//===- activation.c - Entering and leaving compiled code on AArch64 --------===//

#include "placement/activation.h"

#include <stddef.h>

_Static_assert(offsetof(struct w2n_activation, stack_pointer) == 0, "as the code below has it");

// AAPCS64 preserves x19 to x30 and the low halves of v8 to v15. The frame pointer is 0
// inside, so that walks along frame pointers end there.
#define RESTORE_AND_RETURN                                                                         \
  "ldp x19, x20, [sp, #16]\n"                                                                      \
  "ldp x21, x22, [sp, #32]\n"                                                                      \
  "ldp x23, x24, [sp, #48]\n"                                                                      \
  "ldp x25, x26, [sp, #64]\n"                                                                      \
  "ldp x27, x28, [sp, #80]\n"                                                                      \
  "ldp d8, d9, [sp, #96]\n"                                                                        \
  "ldp d10, d11, [sp, #112]\n"                                                                     \
  "ldp d12, d13, [sp, #128]\n"                                                                     \
  "ldp d14, d15, [sp, #144]\n"                                                                     \
  "ldp x29, x30, [sp], #160\n"                                                                     \
  "ret"

__attribute__((naked))
uint32_t w2n_activation_enter(__attribute__((unused)) struct w2n_activation *activation,
                              __attribute__((unused)) void (*function)(void *),
                              __attribute__((unused)) void *argument) {
  __asm__("stp x29, x30, [sp, #-160]!\n"
          "stp x19, x20, [sp, #16]\n"
          "stp x21, x22, [sp, #32]\n"
          "stp x23, x24, [sp, #48]\n"
          "stp x25, x26, [sp, #64]\n"
          "stp x27, x28, [sp, #80]\n"
          "stp d8, d9, [sp, #96]\n"
          "stp d10, d11, [sp, #112]\n"
          "stp d12, d13, [sp, #128]\n"
          "stp d14, d15, [sp, #144]\n"
          "mov x9, sp\n"
          "str x9, [x0]\n"
          "mov x0, x2\n"
          "mov x29, xzr\n"
          "blr x1\n"
          "mov w0, #0\n" RESTORE_AND_RETURN);
}

__attribute__((naked)) _Noreturn void
w2n_activation_leave(__attribute__((unused)) void *activation) {
  __asm__("ldr x9, [x0]\n"
          "mov sp, x9\n"
          "mov w0, #1\n" RESTORE_AND_RETURN);
}
