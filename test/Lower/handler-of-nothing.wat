;; A handler around what cannot throw is left out.
;; RUN: wasm2native %s --placement=program --invoke=f --emit=llvm-ir -O0 -o - | FileCheck %s
;; CHECK-LABEL: @wasm.1.f(
;; CHECK-NOT:   landing
;; CHECK:       ret i32
(module
  (tag $t)
  (func $leaf)
  (func (export "f") (result i32)
    (try (result i32)
      (do (call $leaf) (i32.const 1))
      (catch $t (i32.const 2))
      (catch_all (i32.const 3)))))
