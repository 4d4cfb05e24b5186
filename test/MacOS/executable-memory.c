// A program that asks for executable memory, or to make what it has executable, is ended.
// RUN: %macho-cc -I%S/Inputs %s -o %t.o
// RUN: %macho-ld %t.o %libsystem -o %t
// RUN: not %run %t 2>&1 | FileCheck %s
// RUN: not %run %t protect 2>&1 | FileCheck %s
// CHECK-NOT: running on
// CHECK: w2n-machorun: error: the program asked for executable memory
#include "darwin.h"

int main(int ArgumentCount, char **Arguments) {
  (void)Arguments;
  if (ArgumentCount == 1)
    mmap(0, 0x4000, Read | Execute, Anonymous, -1, 0);
  else
    mprotect(mmap(0, 0x4000, Read | Write, Anonymous, -1, 0), 0x4000, Read | Execute);
  print("running on");
  return 0;
}
