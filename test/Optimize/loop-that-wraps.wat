;; An address that wraps from the end of the 32-bit numbers to 0 is valid where nothing is
;; accessed before it has wrapped.
;; RUN: wasm2native %s -O2 --invoke=sum -o %t
;; RUN: %run %t 4294967288 | FileCheck %s
;; CHECK: 36
(module
  (memory 1)
  (data (i32.const 0) "\01\00\00\00\02\00\00\00\03\00\00\00\04\00\00\00\05\00\00\00\06\00\00\00\07\00\00\00\08\00\00\00")
  (func $sum (export "sum") (param $p i32) (result i32)
    (local $total i32) (local $count i32)
    (local.set $count (i32.const 8))
    (loop $again
      (local.set $total
        (i32.add (local.get $total) (i32.load (i32.add (local.get $p) (i32.const 8)))))
      (local.set $p (i32.add (local.get $p) (i32.const 4)))
      (br_if $again (local.tee $count (i32.sub (local.get $count) (i32.const 1)))))
    (local.get $total)))
