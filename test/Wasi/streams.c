// Standard streams pass bytes through, more than fit into a buffer or a pipe.
// RUN: %wasi-cc %s -o %t.wasm
// RUN: wasm2native %t.wasm -o %t
// RUN: %python -c "import os; os.write(1, os.urandom(1000000))" > %t.in
// RUN: %run %t < %t.in > %t.out 2> %t.err
// RUN: cmp %t.in %t.out
// RUN: cat %t.in | %run %t 2> %t.err | cat > %t.out
// RUN: cmp %t.in %t.out
// RUN: FileCheck %s < %t.err
#include <stdio.h>
#include <unistd.h>

int main(void) {
  static char Buffer[100000];
  long Total = 0;
  for (ssize_t Size; (Size = read(0, Buffer, sizeof(Buffer))) > 0; Total += Size)
    fwrite(Buffer, 1, (size_t)Size, stdout);
  // CHECK: copied 1000000, terminal 0
  fprintf(stderr, "copied %ld, terminal %d\n", Total, isatty(0));
  return fflush(stdout);
}
