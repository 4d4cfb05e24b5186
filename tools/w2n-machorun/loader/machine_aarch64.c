//===- machine_aarch64.c - Registers and calls on arm64 --------------------===//

#include "format.h"
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

// Darwin passes variadic arguments on the stack, each in eight bytes, and a va_list is where
// the next one is.
static void *next(struct machorun_list *list) {
  char *result = list->position;
  list->position = result + 8;
  return result;
}

uint64_t machorun_next_integer(struct machorun_list *list) { return *(uint64_t *)next(list); }
double machorun_next_double(struct machorun_list *list) { return *(double *)next(list); }

// A call keeps x19 to x30, sp and d8 to d15.
__asm__(".text\n"
        ".globl machorun_thread_variable, darwin_open, darwin_openat, darwin_fcntl, darwin_ioctl\n"
        ".globl darwin_printf, darwin_fprintf, darwin_snprintf\n"
        ".globl machorun_setjmp, machorun_longjmp\n"
        "machorun_thread_variable:\n"
        "  mrs x16, tpidr_el0\n"
        "  add x16, x16, :tprel_hi12:machorun_thread_area\n"
        "  add x16, x16, :tprel_lo12_nc:machorun_thread_area\n"
        "  ldr x0, [x0, #16]\n"
        "  add x0, x0, x16\n"
        "  ret\n"
        "darwin_open: ldr x2, [sp]\n"
        "  b machorun_open\n"
        "darwin_openat: ldr x3, [sp]\n"
        "  b machorun_openat\n"
        "darwin_fcntl: ldr x2, [sp]\n"
        "  b machorun_fcntl\n"
        "darwin_ioctl: ldr x2, [sp]\n"
        "  b machorun_ioctl\n"
        "darwin_printf: mov x1, sp\n"
        "  b machorun_printf\n"
        "darwin_fprintf: mov x2, sp\n"
        "  b machorun_fprintf\n"
        "darwin_snprintf: mov x3, sp\n"
        "  b machorun_snprintf\n"
        "machorun_setjmp:\n"
        "  mov x9, sp\n"
        "  stp x19, x20, [x0]\n"
        "  stp x21, x22, [x0, #16]\n"
        "  stp x23, x24, [x0, #32]\n"
        "  stp x25, x26, [x0, #48]\n"
        "  stp x27, x28, [x0, #64]\n"
        "  stp x29, x30, [x0, #80]\n"
        "  stp d8, d9, [x0, #96]\n"
        "  stp d10, d11, [x0, #112]\n"
        "  stp d12, d13, [x0, #128]\n"
        "  stp d14, d15, [x0, #144]\n"
        "  str x9, [x0, #160]\n"
        "  mov w0, #0\n"
        "  ret\n"
        "machorun_longjmp:\n"
        "  ldp x19, x20, [x0]\n"
        "  ldp x21, x22, [x0, #16]\n"
        "  ldp x23, x24, [x0, #32]\n"
        "  ldp x25, x26, [x0, #48]\n"
        "  ldp x27, x28, [x0, #64]\n"
        "  ldp x29, x30, [x0, #80]\n"
        "  ldp d8, d9, [x0, #96]\n"
        "  ldp d10, d11, [x0, #112]\n"
        "  ldp d12, d13, [x0, #128]\n"
        "  ldp d14, d15, [x0, #144]\n"
        "  ldr x9, [x0, #160]\n"
        "  mov sp, x9\n"
        "  cmp w1, #0\n"
        "  cinc w0, w1, eq\n"
        "  ret\n");
