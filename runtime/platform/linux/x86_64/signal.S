//===- signal.S - The way back from a signal handler ------------------------===//

  .text
  .globl w2n_signal_return
  .hidden w2n_signal_return
  .type w2n_signal_return, @function
w2n_signal_return:
  movl $15, %eax // rt_sigreturn
  syscall
  .size w2n_signal_return, . - w2n_signal_return

  .section .note.GNU-stack, "", @progbits
