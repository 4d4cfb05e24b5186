//===- machine_x86_64.c - Registers and calls on x86-64 --------------------===//

#include "machine.h"

// In the order of x86_thread_state64_t.
static const int registers[] = {
    REG_RAX, REG_RBX, REG_RCX, REG_RDX, REG_RDI, REG_RSI, REG_RBP, REG_RSP, REG_R8,
    REG_R9,  REG_R10, REG_R11, REG_R12, REG_R13, REG_R14, REG_R15, REG_RIP, REG_EFL,
};
enum { COUNT = sizeof(registers) / sizeof(registers[0]) };

void machorun_read_registers(const ucontext_t *from, uintptr_t fault, struct darwin_mcontext *to) {
  const greg_t *values = from->uc_mcontext.gregs;
  to->exception[0] = (uint64_t)values[REG_TRAPNO] | (uint64_t)values[REG_ERR] << 32;
  to->exception[1] = fault;
  for (int i = 0; i < COUNT; ++i)
    to->registers[i] = (uint64_t)values[registers[i]];
}

void machorun_write_registers(const struct darwin_mcontext *from, ucontext_t *to) {
  for (int i = 0; i < COUNT; ++i)
    to->uc_mcontext.gregs[registers[i]] = (greg_t)from->registers[i];
}

// Variadic arguments are where others are.
__asm__(".text\n"
        ".globl machorun_thread_variable, darwin_open, darwin_openat, darwin_fcntl, darwin_ioctl\n"
        "machorun_thread_variable: movq 16(%rdi), %rax\n"
        "  ret\n"
        "darwin_open: jmp machorun_open\n"
        "darwin_openat: jmp machorun_openat\n"
        "darwin_fcntl: jmp machorun_fcntl\n"
        "darwin_ioctl: jmp machorun_ioctl\n");
