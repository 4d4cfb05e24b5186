// A fault on memory that may not be accessed is SIGBUS; where nothing is mapped, and below
// the stack, it is SIGSEGV. The handler is told the address.
// RUN: %macho-cc -I%S/Inputs %s -o %t.o
// RUN: %macho-ld %t.o %libsystem -o %t
// RUN: %run %t protected | FileCheck %s --check-prefix=BUS
// RUN: %run %t constant | FileCheck %s --check-prefix=BUS
// RUN: %run %t absent | FileCheck %s --check-prefix=SEGV
// RUN: %run %t stack | FileCheck %s --check-prefix=SEGV
// BUS: signal 10 at the address
// SEGV: signal 11 at the address
#include "darwin.h"

struct sigaction {
  void *Handler;
  uint32_t Mask;
  int Flags;
};
struct stack {
  void *Start;
  size_t Size;
  int Flags;
};
struct siginfo {
  int Numbers[6];
  char *Address;
};
int sigaction(int, const struct sigaction *, struct sigaction *);
int sigaltstack(const struct stack *, struct stack *);

static char AlternateStack[0x10000];
static const char Constant[] = "constant";
static char *Expected;
static size_t Range = 1;

static void handler(int Signal, struct siginfo *Information, void *Context) {
  (void)Context;
  print("signal ");
  printNumber((unsigned)Signal);
  print((size_t)(Information->Address - Expected) < Range ? " at the address\n" : "\n");
  _exit(0);
}

static int recurse(volatile char *Previous) {
  volatile char Large[4000];
  Large[0] = *Previous;
  return recurse(Large) + Large[0];
}

int main(int ArgumentCount, char **Arguments) {
  const struct sigaction Action = {(void *)handler, 0, 0x41};
  const struct stack Stack = {AlternateStack, sizeof(AlternateStack), 0};
  if (ArgumentCount != 2 || sigaltstack(&Stack, 0) != 0 || sigaction(10, &Action, 0) != 0 ||
      sigaction(11, &Action, 0) != 0)
    return 1;
  switch (Arguments[1][0]) {
  case 'p':
    Expected = mmap(0, 0x4000, 0, Anonymous, -1, 0);
    break;
  case 'c':
    Expected = (char *)(uintptr_t)Constant;
    break;
  case 'a':
    Expected = (char *)0x10;
    break;
  default:
    Range = 64 << 20;
    Expected = (char *)&ArgumentCount - Range;
    return recurse((volatile char *)&ArgumentCount);
  }
  *(volatile char *)Expected = 1;
  return 1;
}
