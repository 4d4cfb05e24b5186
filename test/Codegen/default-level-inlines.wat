;; From -O1 on a small function is inlined, and what has no caller left goes away.
;; RUN: wasm2native %s --placement=library --emit=llvm-ir -o - | FileCheck %s
;; RUN: wasm2native %s -O1 --placement=library --emit=llvm-ir -o - | FileCheck %s
;; RUN: wasm2native %s -O0 --placement=library --emit=llvm-ir -o - | FileCheck %s --check-prefix=O0
;; CHECK-NOT: @wasm.0.square
;; O0: call {{.*}} @wasm.0.square
(module
  (func $square (param i32) (result i32)
    (i32.mul (local.get 0) (local.get 0)))
  (func (export "sum") (param i32 i32) (result i32)
    (i32.add (call $square (local.get 0)) (call $square (local.get 1)))))
