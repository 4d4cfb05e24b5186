;; A loop that goes on until a counter equals a number has its check before it as well where the
;; counter's steps might miss the number: then an access is certain to be out of bounds.
;; RUN: wasm2native %s --bounds=explicit --placement=library --emit=llvm-ir -o - | FileCheck %s
(module
  (memory 1)
  ;; CHECK-LABEL: define {{.*}}@wasm.0.evens
  ;; CHECK-NOT: @llvm.umin
  ;; CHECK: trunc i32 {{.*}} to i1
  ;; CHECK: vector.body:
  ;; CHECK: fmul <2 x double>
  ;; CHECK: ret void
  (func $evens (export "evens") (param $p i32) (param $i i32) (param $end i32)
    (loop $again
      (f64.store (local.get $p) (f64.mul (f64.load (local.get $p)) (f64.const 3)))
      (local.set $p (i32.add (local.get $p) (i32.const 8)))
      (local.set $i (i32.add (local.get $i) (i32.const 2)))
      (br_if $again (i32.ne (local.get $i) (local.get $end))))))
