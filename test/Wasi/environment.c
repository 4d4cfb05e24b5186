// A program sees the variables it was compiled with and those it may inherit, no others.
// RUN: %wasi-cc %s -o %t.wasm
// RUN: wasm2native %t.wasm --env=FIXED=1 --env=BOTH=compiled --inherit-env=TAKEN,BOTH,ABSENT -o %t
// RUN: env TAKEN=yes BOTH=host FIXED=2 SECRET=x TAKENTOO=x %run %t | FileCheck %s
// RUN: wasm2native %t.wasm -o %t
// RUN: env TAKEN=yes %run %t | count 0
// RUN: wasm2native %t.wasm --env=FIXED=1 --inherit-env -o %t
// RUN: env -i NAME=value TAKEN=yes FIXED=2 %run %t | FileCheck --check-prefix=ALL %s
#include <stdio.h>

extern char **environ;

// CHECK: FIXED=1
// CHECK-NEXT: BOTH=compiled
// CHECK-NEXT: TAKEN=yes
// CHECK-NOT: {{.}}
// ALL: FIXED=1
// ALL-DAG: NAME=value
// ALL-DAG: TAKEN=yes
// ALL-NOT: FIXED=2
int main(void) {
  for (char **Entry = environ; *Entry; ++Entry)
    puts(*Entry);
  return 0;
}
