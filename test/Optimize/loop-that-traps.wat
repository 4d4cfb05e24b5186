;; A loop that is certain to trap does so, wherever that is found out, with the message and the
;; backtrace of an access out of bounds.
;; RUN: wasm2native %s -O2 --invoke=fill -o %t
;; RUN: %run %t 0 8192 | count 0
;; RUN: not %run %t 0 8193 2>&1 | FileCheck %s
;; RUN: not %run %t 0 4294967295 2>&1 | FileCheck %s
;; RUN: not %run %t 4294967288 2 2>&1 | FileCheck %s
;; CHECK: out of bounds memory access
;; CHECK-NEXT: at 0: fill
(module
  (memory 1 1)
  (func $fill (export "fill") (param $p i32) (param $count i32)
    (loop $again
      (f64.store (local.get $p) (f64.const 3))
      (local.set $p (i32.add (local.get $p) (i32.const 8)))
      (br_if $again (local.tee $count (i32.sub (local.get $count) (i32.const 1)))))))
