// Hosts can print: arguments of variadic functions are where this CPU has them on macOS.
// RUN: %macos-cc -O1 %s -o %t
// RUN: %run %t | FileCheck %s
// CHECK: {{^}}text 1 -2 3000000000 5000000000 ff 0x10 c 100%{{$}}
// CHECK-NEXT: {{^}}[   2.50] [7    ] [00042] [abc] 1e+10 -1{{$}}
// CHECK-NEXT: {{^}}1 2 3 4 5 6 7 8 9.5 10 11.5{{$}}
// CHECK-NEXT: {{^}}0123456 of 10{{$}}
// CHECK-NEXT: {{^}}jumped 3 times{{$}}
#include <setjmp.h>
#include <stdio.h>

static jmp_buf There;

static void jump(int Value) { longjmp(There, Value); }

int main(void) {
  char Buffer[8];
  printf("%s %d %i %u %lld %x %p %c 100%%\n", "text", 1, -2, 3000000000u, 5000000000ll, 255,
         (void *)16, 'c');
  printf("[%7.2f] [%-*d] [%05d] [%.3s] %g %hhd\n", 2.5, 5, 7, 42, "abcdef", 1e10, 255);
  printf("%d %d %d %d %d %d %d %d %g %d %g\n", 1, 2, 3, 4, 5, 6, 7, 8, 9.5, 10, 11.5);
  const int Length = snprintf(Buffer, sizeof(Buffer), "%s", "0123456789");
  fprintf(stdout, "%s of %d\n", Buffer, Length);
  const int Jumps = setjmp(There);
  if (Jumps < 3)
    jump(Jumps + 1);
  printf("jumped %d times\n", Jumps);
}
