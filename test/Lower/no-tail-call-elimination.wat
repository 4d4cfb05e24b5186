;; A call in tail position is no tail call: recursion without end has to exhaust the stack.
;; RUN: wasm2native %s -O2 --emit=llvm-ir --placement=program --invoke=f -o - | FileCheck %s
;; RUN: wasm2native %s -O2 --invoke=f -o %t
;; RUN: not %run %t 1 2>&1 | FileCheck %s --check-prefix=TRAP
;; CHECK:     define {{.*}} @wasm.0.f(
;; CHECK-NOT: br label
;; CHECK:     call {{.*}} @wasm.0.f(
;; TRAP:      wasm trap: call stack exhausted
(module
  (func $f (export "f") (param i32) (result i32)
    (call $f (i32.add (local.get 0) (i32.const 1)))))
