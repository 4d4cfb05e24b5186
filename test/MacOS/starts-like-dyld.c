// Initialisers run before main, pointers and thread-locals are set up, and main is given
// what the program was.
// RUN: %macho-cc -I%S/Inputs %s -o %t.o
// RUN: %macho-ld %t.o %libsystem -o %t
// RUN: %run %t argument | FileCheck %s
// CHECK: first
// CHECK-NEXT: second
// CHECK-NEXT: third
// CHECK-NEXT: 42 0
// CHECK-NEXT: argument
#include "darwin.h"

static const char *volatile const Words[] = {"first\n", "second\n", "third\n"};
static _Thread_local volatile unsigned Zero;
static _Thread_local volatile unsigned Number = 42;

__attribute__((constructor)) static void initialize(void) { print(Words[0]); }
__attribute__((constructor)) static void initializeMore(void) { print(Words[1]); }

int main(int ArgumentCount, char **Arguments) {
  print(Words[2]);
  printNumber(Number);
  print(" ");
  printNumber(Zero);
  print("\n");
  print(Arguments[ArgumentCount - 1]);
  return 0;
}
