;; A br_table is a switch on the unsigned operand; each label takes the operands along.
;; RUN: wasm2native %s -O0 --emit=llvm-ir -o - | FileCheck %s
;; CHECK-LABEL: define {{.*}} @wasm.0.f(
;; CHECK:       switch i32 %{{.*}}, label %[[OUTER:.*]] [
;; CHECK-NEXT:    i32 0, label %[[INNER:.*]]
;; CHECK-NEXT:    i32 1, label %[[OUTER]]
;; CHECK-NEXT:    i32 2, label %[[INNER]]
;; CHECK-NEXT:  ]
;; CHECK:       [[INNER]]:
;; CHECK-NEXT:  phi i32 [ 5, %entry ], [ 5, %entry ]
(module
  (func $f (export "f") (param i32) (result i32)
    (block $outer (result i32)
      (i32.add
        (i32.const 100)
        (block $inner (result i32)
          (br_table $inner $outer $inner $outer (i32.const 5) (local.get 0)))))))
