// Arguments and variables are laid out one after the other, as large as was said before.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: wasm2native %t.wasm --arg0=name --env=A=1 --env=EMPTY= -o %t && %run %t "" "a b"
// RUN: wasm2native %t.wasm --arg0=name --env=A=1 --env=EMPTY= --bounds=explicit -o %t && \
// RUN:   %run %t "" "a b"
// RUN: %if run-aarch64 %{ wasm2native %t.wasm --target=aarch64-linux-gnu --arg0=name \
// RUN:   --env=A=1 --env=EMPTY= -o %t.aarch64 && %run-aarch64 %t.aarch64 "" "a b" %}
#include "check.h"
#include <string.h>

typedef __wasi_errno_t Sizes(__wasi_size_t *Count, __wasi_size_t *Size);
typedef __wasi_errno_t Get(uint8_t **List, uint8_t *Text);

static void checkStrings(Sizes *GetSizes, Get *GetStrings, const char *Expected, size_t Length,
                         size_t Count) {
  __wasi_size_t GotCount, GotSize;
  CHECK(GetSizes(&GotCount, &GotSize), 0);
  CHECK(GotCount, Count);
  CHECK(GotSize, Length);
  uint8_t *List[8];
  uint8_t Text[64];
  memset(List, 0xAA, sizeof(List));
  memset(Text, 0xAA, sizeof(Text));
  CHECK(GetStrings(List, Text), 0);
  CHECK(memcmp(Text, Expected, Length), 0);
  CHECK(Text[Length], 0xAA);
  uint8_t *Next = Text;
  for (size_t I = 0; I < Count; ++I) {
    CHECK(List[I] - Text, Next - Text);
    Next += strlen((const char *)Next) + 1;
  }
  CHECK((long)List[Count], (long)0xAAAAAAAA);
}

int main(void) {
  checkStrings(__wasi_args_sizes_get, __wasi_args_get, "name\0\0a b", 10, 3);
  checkStrings(__wasi_environ_sizes_get, __wasi_environ_get, "A=1\0EMPTY=", 11, 2);
  return 0;
}
