// A directory that others swap for a link to the outside never leads there.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: rm -rf %t.dir && mkdir -p %t.dir/root/real %t.dir/outside
// RUN: echo inside > %t.dir/root/real/file && echo outside > %t.dir/outside/file
// RUN: wasm2native %t.wasm --dir=%t.dir/root::/ -o %t
// RUN: %python %S/Inputs/swap.py directory %t.dir/root %run %t | FileCheck %s
// RUN: %python %S/Inputs/swap.py directory %t.dir/root %without-openat2 %run %t | FileCheck %s
// RUN: ls %t.dir/outside | count 1
// RUN: %if run-aarch64 %{ wasm2native %t.wasm --target=aarch64-linux-gnu \
// RUN:   --dir=%t.dir/root::/ -o %t.aarch64 && \
// RUN:   %python %S/Inputs/swap.py directory %t.dir/root %run-aarch64 %t.aarch64 | \
// RUN:   FileCheck %s && ls %t.dir/outside | count 1 %}
// CHECK: never outside
#include "race.h"

int main(void) {
  static const char *const Paths[] = {"swapped/file", "swapped/../real/file"};
  race(Paths, 2, "swapped/made");
  return 0;
}
