//===- machine_x86_64.c - Registers and calls on x86-64 --------------------===//

#include "format.h"
#include "machine.h"

#include <stdarg.h>

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

uint64_t machorun_next_integer(struct machorun_list *list) {
  return va_arg(*(va_list *)list->position, uint64_t);
}

double machorun_next_double(struct machorun_list *list) {
  return va_arg(*(va_list *)list->position, double);
}

int darwin_printf(const char *format, ...) {
  va_list list;
  va_start(list, format);
  const int result = machorun_printf(format, &list);
  va_end(list);
  return result;
}

int darwin_fprintf(FILE *stream, const char *format, ...) {
  va_list list;
  va_start(list, format);
  const int result = machorun_fprintf(stream, format, &list);
  va_end(list);
  return result;
}

int darwin_snprintf(char *buffer, size_t size, const char *format, ...) {
  va_list list;
  va_start(list, format);
  const int result = machorun_snprintf(buffer, size, format, &list);
  va_end(list);
  return result;
}

// Variadic arguments are where others are. A call keeps rbx, rbp, r12 to r15 and rsp.
__asm__(".text\n"
        ".globl machorun_thread_variable, darwin_open, darwin_openat, darwin_fcntl, darwin_ioctl\n"
        ".globl machorun_setjmp, machorun_longjmp\n"
        "machorun_thread_variable:\n"
        "  movq machorun_thread_area@gottpoff(%rip), %rax\n"
        "  addq %fs:0, %rax\n"
        "  addq 16(%rdi), %rax\n"
        "  ret\n"
        "darwin_open: jmp machorun_open\n"
        "darwin_openat: jmp machorun_openat\n"
        "darwin_fcntl: jmp machorun_fcntl\n"
        "darwin_ioctl: jmp machorun_ioctl\n"
        "machorun_setjmp:\n"
        "  movq (%rsp), %rax\n"
        "  leaq 8(%rsp), %rcx\n"
        "  movq %rbx, (%rdi)\n"
        "  movq %rbp, 8(%rdi)\n"
        "  movq %r12, 16(%rdi)\n"
        "  movq %r13, 24(%rdi)\n"
        "  movq %r14, 32(%rdi)\n"
        "  movq %r15, 40(%rdi)\n"
        "  movq %rcx, 48(%rdi)\n"
        "  movq %rax, 56(%rdi)\n"
        "  xorl %eax, %eax\n"
        "  ret\n"
        "machorun_longjmp:\n"
        "  movl %esi, %eax\n"
        "  testl %eax, %eax\n"
        "  jnz 1f\n"
        "  incl %eax\n"
        "1:\n"
        "  movq (%rdi), %rbx\n"
        "  movq 8(%rdi), %rbp\n"
        "  movq 16(%rdi), %r12\n"
        "  movq 24(%rdi), %r13\n"
        "  movq 32(%rdi), %r14\n"
        "  movq 40(%rdi), %r15\n"
        "  movq 48(%rdi), %rsp\n"
        "  jmpq *56(%rdi)\n");
