// A program without random numbers is told so, and its memory stays as it is.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: wasm2native %t.wasm --no-random -o %t && %run %t
// RUN: llvm-nm %t | FileCheck %s
// RUN: wasm2native %t.wasm -o %t && not %run %t
// RUN: %if run-aarch64 %{ wasm2native %t.wasm --target=aarch64-linux-gnu --no-random \
// RUN:   -o %t.aarch64 && %run-aarch64 %t.aarch64 %}
// CHECK-NOT: w2n_wasi_random
#include "check.h"

int main(void) {
  uint8_t Bytes[2] = {1, 2};
  CHECK(__wasi_random_get(Bytes, 2), __WASI_ERRNO_NOTCAPABLE);
  CHECK(Bytes[0], 1);
  CHECK(Bytes[1], 2);
  return 0;
}
