// A signal that a program raises ends its process as it would any other.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: wasm2native %t.wasm -o %t
// RUN: %python -c "import subprocess, sys; print(subprocess.run(sys.argv[1:]).returncode)" \
// RUN:   %run %t | FileCheck %s
// CHECK: -15
#include "check.h"

__attribute__((import_module("wasi_snapshot_preview1"), import_name("proc_raise"))) int
procRaise(int Signal);

enum { None = 0, Terminate = 15, Child = 16, BeyondLast = 31 };

int main(void) {
  CHECK(procRaise(None), __WASI_ERRNO_INVAL);
  CHECK(procRaise(BeyondLast), __WASI_ERRNO_INVAL);
  CHECK(procRaise(Child), 0);
  CHECK(__wasi_sched_yield(), 0);
  return procRaise(Terminate);
}
