// From a directory that others move meanwhile, .. never leads further up than it should.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: rm -rf %t.dir && mkdir -p %t.dir/root/a/b/c %t.dir/outside
// RUN: echo inside > %t.dir/root/file && cp %t.dir/root/file %t.dir/root/a/file
// RUN: echo outside > %t.dir/file && cp %t.dir/file %t.dir/outside/file
// RUN: wasm2native %t.wasm --dir=%t.dir/root::/ -o %t
// RUN: %python %S/Inputs/swap.py move %t.dir/root %run %t | FileCheck %s
// RUN: %python %S/Inputs/swap.py move %t.dir/root %without-openat2 %run %t | FileCheck %s
// RUN: FileCheck --check-prefix=OUTSIDE %s < %t.dir/file
// RUN: FileCheck --check-prefix=OUTSIDE %s < %t.dir/outside/file
// CHECK: never outside
// OUTSIDE: outside
#include "race.h"

int main(void) {
  // The more often a path goes up, the likelier that it does so from where it should not.
  static const char *const Paths[] = {"a/b/../b/../b/../b/../b/../b/../file",
                                      "a/b/../../a/b/../../a/b/../../file",
                                      "a/b/c/../../../a/b/c/../../../file"};
  race(Paths, 3, "a/b/../../file");
  return 0;
}
