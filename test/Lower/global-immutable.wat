;; The value of an immutable global of the module is a constant, also through another one.
;; RUN: wasm2native %s -O0 --emit=llvm-ir -o - | FileCheck %s
;; RUN: wasm2native %s -O0 --emit=llvm-ir --placement=program --invoke=f -o - | FileCheck %s
;; CHECK-LABEL: define {{.*}} @wasm.0.f(
;; CHECK-NOT:   load
;; CHECK:       phi i64 [ 81985529216486895,
;; CHECK-NOT:   load
;; CHECK:       ret i64
(module
  (global $a i64 (i64.const 0x0123456789abcdef))
  (func $f (export "f") (result i64) (global.get $a)))
