//===- activation.c - Entering and leaving compiled code on AArch64 ---------===//

#include "placement/activation.h"
#include "placement/symbol.h"

// AAPCS64 preserves x19 to x30 and the low halves of v8 to v15.
__attribute__((naked)) uint32_t
w2n_begin_call(__attribute__((unused)) struct w2n_activation *activation,
               __attribute__((unused)) w2n_store *store) {
  __asm__("mov x9, sp\n"
          "stp x9, x30, [x0]\n"
          "stp x19, x20, [x0, #16]\n"
          "stp x21, x22, [x0, #32]\n"
          "stp x23, x24, [x0, #48]\n"
          "stp x25, x26, [x0, #64]\n"
          "stp x27, x28, [x0, #80]\n"
          "str x29, [x0, #96]\n"
          "stp d8, d9, [x0, #112]\n"
          "stp d10, d11, [x0, #128]\n"
          "stp d12, d13, [x0, #144]\n"
          "stp d14, d15, [x0, #160]\n"
          "b " W2N_SYMBOL("w2n_prepare_call"));
}

__attribute__((naked)) _Noreturn void
w2n_activation_leave(__attribute__((unused)) void *activation) {
  __asm__("ldp x9, x30, [x0]\n"
          "mov sp, x9\n"
          "ldp x19, x20, [x0, #16]\n"
          "ldp x21, x22, [x0, #32]\n"
          "ldp x23, x24, [x0, #48]\n"
          "ldp x25, x26, [x0, #64]\n"
          "ldp x27, x28, [x0, #80]\n"
          "ldr x29, [x0, #96]\n"
          "ldp d8, d9, [x0, #112]\n"
          "ldp d10, d11, [x0, #128]\n"
          "ldp d12, d13, [x0, #144]\n"
          "ldp d14, d15, [x0, #160]\n"
          "mov w0, #1\n"
          "ret");
}
