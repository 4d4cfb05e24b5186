// Writing to a pipe without a reader is an error that the program sees.
// RUN: %wasi-cc %s -o %t.wasm
// RUN: wasm2native %t.wasm -o %t
// RUN: env PROGRAM=%t bash -c '(sleep 0.2; %run $PROGRAM) | true' 2>&1 | FileCheck %s
#include <errno.h>
#include <stdio.h>
#include <unistd.h>

int main(void) {
  ssize_t Written = write(1, "x", 1);
  // CHECK: -1 is EPIPE
  fprintf(stderr, "%zd %s\n", Written, errno == EPIPE ? "is EPIPE" : "is another error");
  return 0;
}
