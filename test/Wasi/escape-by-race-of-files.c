// A file that others swap for a link to one outside is never opened there.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: rm -rf %t.dir && mkdir -p %t.dir/root %t.dir/outside
// RUN: echo inside > %t.dir/root/file && echo outside > %t.dir/outside/file
// RUN: wasm2native %t.wasm --dir=%t.dir/root::/ -o %t
// RUN: %python %S/Inputs/swap.py file %t.dir/root %run %t | FileCheck %s
// RUN: %python %S/Inputs/swap.py file %t.dir/root %without-openat2 %run %t | FileCheck %s
// RUN: FileCheck --check-prefix=OUTSIDE %s < %t.dir/outside/file
// CHECK: never outside
// OUTSIDE: outside
#include "race.h"

int main(void) {
  static const char *const Paths[] = {"swapped"};
  race(Paths, 1, "swapped");
  return 0;
}
