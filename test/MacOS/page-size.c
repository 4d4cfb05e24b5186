// Memory comes in pages of the CPU's size on macOS, whatever the pages of this machine are.
// RUN: %macho-cc -I%S/Inputs %s -o %t.o
// RUN: %macho-ld %t.o %libsystem -o %t
// RUN: %run %t | FileCheck %s --check-prefix=%cpu
// x86_64: {{^}}0{{$}}
// arm64: {{^}}22{{$}}
#include "darwin.h"

int main(void) {
  char *Memory = mmap(0, 0x8000, Read | Write, Anonymous, -1, 0);
  printNumber(mprotect(Memory + 0x1000, 0x1000, Read) == 0 ? 0 : (unsigned)*__error());
  print("\n");
  return 0;
}
