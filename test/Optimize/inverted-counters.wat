;; A producer that unrolls a loop writes -16 - i as an exclusive or, where the low bits of i are 0.
;; That is an address that goes down: the loop is rolled again, and becomes vectors.
;; RUN: wasm2native %s --placement=library --emit=llvm-ir -O2 -o - | FileCheck %s
;; RUN: wasm2native %s --placement=library --emit=llvm-ir -O3 -o - | FileCheck %s
;; CHECK-LABEL: define {{.*}}@wasm.0.reverse
;; CHECK: fmul <2 x double>
(module
  (memory 1)
  (func $reverse (export "reverse")
    (param $end i32) (param $to i32) (param $count i32) (param $scale f64)
    (local $i i32) (local $from i32)
    (local.set $from (i32.sub (local.get $end) (i32.const 8)))
    (loop $again
      (f64.store (local.get $to)
        (f64.mul (local.get $scale) (f64.load (local.get $from))))
      (f64.store (i32.add (local.get $to) (i32.const 8))
        (f64.mul (local.get $scale)
          (f64.load
            (i32.add (local.get $end)
              (i32.xor (i32.shl (local.get $i) (i32.const 3)) (i32.const -16))))))
      (local.set $from (i32.sub (local.get $from) (i32.const 16)))
      (local.set $to (i32.add (local.get $to) (i32.const 16)))
      (br_if $again
        (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 2)))
                (i32.and (local.get $count) (i32.const -2)))))))
