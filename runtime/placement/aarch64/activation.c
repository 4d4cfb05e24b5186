//===- activation.c - Entering and leaving compiled code on AArch64 --------===//

#include "placement/activation.h"

#include <stddef.h>

_Static_assert(offsetof(struct w2n_activation, stack_pointer) == 0, "as the code below has it");

// AAPCS64 preserves x19 to x30 and the low halves of v8 to v15. The frame pointer is 0
// inside, so that walks along frame pointers end there.
#define RESTORE_AND_RETURN                                                                         \
  "ldp x19, x20, [sp, #16]\n\t"                                                                    \
  "ldp x21, x22, [sp, #32]\n\t"                                                                    \
  "ldp x23, x24, [sp, #48]\n\t"                                                                    \
  "ldp x25, x26, [sp, #64]\n\t"                                                                    \
  "ldp x27, x28, [sp, #80]\n\t"                                                                    \
  "ldp d8, d9, [sp, #96]\n\t"                                                                      \
  "ldp d10, d11, [sp, #112]\n\t"                                                                   \
  "ldp d12, d13, [sp, #128]\n\t"                                                                   \
  "ldp d14, d15, [sp, #144]\n\t"                                                                   \
  "ldp x29, x30, [sp], #160\n\t"                                                                   \
  "ret"

// clang-format off
__attribute__((naked)) uint32_t
w2n_activation_enter(__attribute__((unused)) struct w2n_activation *activation,
                     __attribute__((unused)) void (*function)(void *),
                     __attribute__((unused)) void *argument) {
  __asm__("stp x29, x30, [sp, #-160]!\n\t"
          ".cfi_def_cfa_offset 160\n\t"
          ".cfi_offset x29, -160\n\t"
          ".cfi_offset x30, -152\n\t"
          "stp x19, x20, [sp, #16]\n\t"
          "stp x21, x22, [sp, #32]\n\t"
          "stp x23, x24, [sp, #48]\n\t"
          "stp x25, x26, [sp, #64]\n\t"
          "stp x27, x28, [sp, #80]\n\t"
          "stp d8, d9, [sp, #96]\n\t"
          "stp d10, d11, [sp, #112]\n\t"
          "stp d12, d13, [sp, #128]\n\t"
          "stp d14, d15, [sp, #144]\n\t"
          "mov x9, sp\n\t"
          "str x9, [x0]\n\t"
          "mov x0, x2\n\t"
          "mov x29, xzr\n\t"
          "blr x1\n\t"
          "mov w0, #0\n\t"
          RESTORE_AND_RETURN);
}

__attribute__((naked)) _Noreturn void
w2n_activation_leave(__attribute__((unused)) void *activation) {
  __asm__("ldr x9, [x0]\n\t"
          "mov sp, x9\n\t"
          "mov w0, #1\n\t"
          RESTORE_AND_RETURN);
}
// clang-format on
