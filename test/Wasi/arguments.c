// A program sees its arguments as they were given.
// RUN: %wasi-cc %s -o %t.wasm
// RUN: wasm2native %t.wasm -o %t
// RUN: %run %t one "" "two words" | FileCheck %s
// RUN: wasm2native %t.wasm --arg0=renamed -o %t
// RUN: %run %t one "" "two words" | FileCheck --check-prefixes=CHECK,RENAMED %s
// RUN: %if run-aarch64 %{ wasm2native %t.wasm --target=aarch64-linux-gnu -o %t.aarch64 && \
// RUN:   %run-aarch64 %t.aarch64 one "" "two words" | FileCheck %s %}
#include <stdio.h>

// CHECK: 4 arguments
// RENAMED: [renamed]
// CHECK: [one]
// CHECK-NEXT: []
// CHECK-NEXT: [two words]
int main(int Count, char **Arguments) {
  printf("%d arguments\n", Count);
  for (int I = 0; I < Count; ++I)
    printf("[%s]\n", Arguments[I]);
  return 0;
}
