;; The low half of a 64-bit number is never negative. As a number of 32 bits it may be: what is
;; known of the one is not taken for the other. 0x80000000 and 0xC0000000 are less than 600 with a
;; sign, and greater than 700 without; 0 is less than both.
;; RUN: wasm2native %s -O2 --invoke=count -o %t
;; RUN: %run %t 0x40000000 | FileCheck %s
;; RUN: wasm2native %s -O3 --invoke=count -o %t
;; RUN: %run %t 0x40000000 | FileCheck %s
;; CHECK: 10737418242
(module
  (func $count (export "count") (param $step i64) (result i64)
    (local $i i64) (local $low i64) (local $sum i64)
    (loop $again
      (local.set $low (i64.and (local.get $i) (i64.const 0xFFFFFFFF)))
      (if (i32.lt_s (i32.wrap_i64 (local.get $i)) (i32.const 600))
        (then
          (if (i64.gt_s (local.get $low) (i64.const 700))
            (then (local.set $sum (i64.add (local.get $sum) (local.get $low))))
            (else (local.set $sum (i64.add (local.get $sum) (i64.const 1)))))))
      (br_if $again
        (i64.lt_u (local.tee $i (i64.add (local.get $i) (local.get $step)))
                  (i64.const 0x1FFFFFFFF))))
    (local.get $sum)))
