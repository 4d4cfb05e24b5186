// The status a program exits with is that of its process, and output is not lost.
// RUN: %wasi-cc %s -o %t.wasm
// RUN: wasm2native %t.wasm -o %t
// RUN: env PROGRAM=%t bash -c '%run $PROGRAM; echo " status $?"' | FileCheck %s
#include <stdio.h>
#include <stdlib.h>

// CHECK: before status 42
int main(void) {
  printf("before");
  exit(42);
}
