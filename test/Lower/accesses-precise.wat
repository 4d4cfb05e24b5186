;; With --precise-traps every access happens, in the order of the module.
;; RUN: wasm2native %s -O2 --precise-traps --emit=llvm-ir -o - | FileCheck %s
;; CHECK-LABEL: define {{.*}} @wasm.0.twice(
;; CHECK:       load volatile i32
;; CHECK:       store volatile i32 1
;; CHECK:       store volatile i32 2
;; CHECK:       load volatile i32
;; CHECK:       ret i32
(module
  (memory 1)
  (func $twice (export "twice") (param i32) (result i32)
    (i32.mul
      (i32.load (local.get 0))
      (block (result i32)
        (i32.store (local.get 0) (i32.const 1))
        (i32.store (local.get 0) (i32.const 2))
        (i32.load (local.get 0))))))
