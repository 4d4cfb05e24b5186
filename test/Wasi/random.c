// Random bytes differ from call to call, fill the whole buffer and nothing beside it.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: wasm2native %t.wasm -o %t
// RUN: %run %t
#include "check.h"
#include <string.h>

int main(void) {
  static uint8_t First[100002], Second[100000];
  CHECK(__wasi_random_get(First + 1, sizeof(Second)), 0);
  CHECK(__wasi_random_get(Second, sizeof(Second)), 0);
  CHECK(memcmp(First + 1, Second, sizeof(Second)) != 0, 1);
  CHECK(First[0], 0);
  CHECK(First[sizeof(First) - 1], 0);
  // 256 zeros in a row never happen.
  static const uint8_t Zeros[256];
  for (size_t I = 1; I + 256 < sizeof(First); I += 256)
    CHECK(memcmp(First + I, Zeros, 256) != 0, 1);
  CHECK(__wasi_random_get(First, 0), 0);
  return 0;
}
