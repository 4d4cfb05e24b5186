//===- machine_aarch64.c - Registers and calls on arm64 --------------------===//

#include "machine.h"

#include <string.h>

// x0 to x28, fp, lr, sp, pc, cpsr are in the same order on both systems.
enum { SP = 31, PC = 32, CPSR = 33 };

void machorun_read_registers(const ucontext_t *from, uintptr_t fault, struct darwin_mcontext *to) {
  const mcontext_t *context = &from->uc_mcontext;
  to->exception[0] = fault;
  memcpy(to->registers, context->regs, sizeof(context->regs));
  to->registers[SP] = context->sp;
  to->registers[PC] = context->pc;
  to->registers[CPSR] = (uint32_t)context->pstate;
}

void machorun_write_registers(const struct darwin_mcontext *from, ucontext_t *to) {
  mcontext_t *context = &to->uc_mcontext;
  memcpy(context->regs, from->registers, sizeof(context->regs));
  context->sp = from->registers[SP];
  context->pc = from->registers[PC];
  context->pstate = (uint32_t)from->registers[CPSR];
}

// Darwin passes variadic arguments on the stack.
__asm__(".text\n"
        ".globl machorun_thread_variable, darwin_open, darwin_openat, darwin_fcntl, darwin_ioctl\n"
        "machorun_thread_variable: ldr x0, [x0, #16]\n"
        "  ret\n"
        "darwin_open: ldr x2, [sp]\n"
        "  b machorun_open\n"
        "darwin_openat: ldr x3, [sp]\n"
        "  b machorun_openat\n"
        "darwin_fcntl: ldr x2, [sp]\n"
        "  b machorun_fcntl\n"
        "darwin_ioctl: ldr x2, [sp]\n"
        "  b machorun_ioctl\n");
