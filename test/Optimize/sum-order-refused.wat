;; Sums that are rounded stay in their order, whichever term is ready first.
;; RUN: wasm2native %s --placement=library --emit=llvm-ir -o - | FileCheck %s
;; CHECK-LABEL: define {{.*}}@wasm.0.sum
;; CHECK: [[LAST:%.*]] = phi double
;; CHECK: [[ONE:%.*]] = fadd double [[LAST]],
;; CHECK: fadd double [[ONE]],
(module
  (memory 1)
  (func $sum (export "sum") (param $at i32) (param $end i32) (result f64)
    (local $sum f64)
    (loop $again
      (local.set $sum
        (f64.add (f64.add (local.get $sum) (f64.load (local.get $at)))
                 (f64.load offset=8 (local.get $end))))
      (br_if $again
        (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 8))) (local.get $end))))
    (local.get $sum)))
