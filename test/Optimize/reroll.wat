;; A loop that a producer has unrolled is rolled again and then vectorised: two elements at once,
;; where by hand it took four one by one.
;; RUN: wasm2native %s --placement=library --emit=llvm-ir -o - | FileCheck %s
;; CHECK-LABEL: define {{.*}}@wasm.0.add
;; CHECK: vector.body:
;; CHECK: fadd <2 x double>
(module
  (memory 1)
  (func $add (export "add") (param $to i32) (param $from i32) (param $count i32)
    (loop $again
      (f64.store (local.get $to)
        (f64.add (f64.load (local.get $to)) (f64.load (local.get $from))))
      (f64.store offset=8 (local.get $to)
        (f64.add (f64.load offset=8 (local.get $to)) (f64.load offset=8 (local.get $from))))
      (f64.store (i32.add (local.get $to) (i32.const 16))
        (f64.add (f64.load (i32.add (local.get $to) (i32.const 16)))
                 (f64.load (i32.add (local.get $from) (i32.const 16)))))
      (f64.store (i32.add (local.get $to) (i32.const 24))
        (f64.add (f64.load (i32.add (local.get $to) (i32.const 24)))
                 (f64.load (i32.add (local.get $from) (i32.const 24)))))
      (local.set $to (i32.add (local.get $to) (i32.const 32)))
      (local.set $from (i32.add (local.get $from) (i32.const 32)))
      (br_if $again (local.tee $count (i32.sub (local.get $count) (i32.const 4)))))))
