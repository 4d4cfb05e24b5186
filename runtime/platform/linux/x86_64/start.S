//===- start.S - Where the kernel starts a program --------------------------===//

  .section .text._start, "ax", @progbits
  .globl _start
  .hidden _start
  .type _start, @function
_start:
  xorl %ebp, %ebp
  movq %rsp, %rdi
  leaq _DYNAMIC(%rip), %rsi
  andq $-16, %rsp
  callq w2n_start
  ud2
  .size _start, . - _start
  .hidden _DYNAMIC

  .section .note.GNU-stack, "", @progbits
