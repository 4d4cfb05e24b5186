//===- start.S - Where the kernel starts a program --------------------------===//

  .section .text._start, "ax", @progbits
  .globl _start
  .hidden _start
  .type _start, @function
_start:
  mov x29, xzr
  mov x30, xzr
  mov x0, sp
  adrp x1, _DYNAMIC
  add x1, x1, :lo12:_DYNAMIC
  bl w2n_start
  brk #1
  .size _start, . - _start
  .hidden _DYNAMIC

  .section .note.GNU-stack, "", @progbits
