;; LLVM masks the low half of a counter to compare it with a number, and does so again after the
;; passes over loops that need another form. Strength reduction needs it too.
;; RUN: wasm2native %s --placement=library --emit=llvm-ir -O2 -o - | FileCheck %s
;; CHECK-LABEL: define {{.*}}@wasm.0.sum
;; CHECK-NOT: and i64
;; CHECK: }
(module
  (memory 1)
  (func $sum (export "sum") (param $text i32) (param $left i64) (result i64) (local $sum i64)
    (loop $characters
      (local.set $sum (i64.mul (i64.const 31) (i64.add (local.get $sum)
        (i64.load8_u (i32.add (local.get $text) (i32.wrap_i64 (local.get $left)))))))
      (local.set $left (i64.sub (local.get $left) (i64.const 1)))
      (br_if $characters (i64.ne (i64.and (local.get $left) (i64.const 0xffffffff))
        (i64.const 0))))
    (i64.add (local.get $left) (local.get $sum))))
