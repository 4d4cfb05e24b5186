;; A block takes its parameters from the operands, a loop takes new ones each time.
;; RUN: wasm2native %s --invoke=power -O0 -o %t
;; RUN: %run %t 3 4 | FileCheck %s
;; RUN: wasm2native %s --invoke=power -O2 -o %t
;; RUN: %run %t 3 4 | FileCheck %s
;; CHECK:      {{^}}81{{$}}
;; CHECK-NEXT: {{^}}0{{$}}
(module
  (func (export "power") (param $base i64) (param $exponent i32) (result i64 i32)
    (i64.const 1)
    (local.get $exponent)
    (loop $next (param i64 i32) (result i64 i32)
      (i32.sub (i32.const 1))
      (local.set $exponent)
      (block (param i64) (result i64) (i64.mul (local.get $base)))
      (local.get $exponent)
      (br_if $next (local.get $exponent)))))
