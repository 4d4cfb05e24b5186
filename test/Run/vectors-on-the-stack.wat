;; Functions with more vectors than registers, and an odd number of other arguments on the
;; stack, can be called, also in a tail call, and the stack is what it was after them.

;; RUN: wasm2native %s --invoke=run -O0 -o %t && %run %t 100000 | FileCheck %s
;; RUN: wasm2native %s --invoke=run -O2 -o %t && %run %t 100000 | FileCheck %s
;; RUN: wasm2native %s --invoke=run -O0 --bounds=explicit -o %t && %run %t 100000 | FileCheck %s

;; CHECK: {{^}}700001{{$}}

(module
  (type $many (func
    (param v128 v128 v128 v128 v128 v128 v128 v128 v128)
    (param i64 i64 i64 i64 i64 i64 i64 i64 i64)
    (result i64)))
  (table funcref (elem $many))
  (func $many (type $many)
    (i64.add (local.get 17) (i64x2.extract_lane 1 (local.get 8))))
  (func $none (result i64)
    (return_call_indirect (type $many)
      (v128.const i64x2 0 1) (v128.const i64x2 0 1) (v128.const i64x2 0 1) (v128.const i64x2 0 1)
      (v128.const i64x2 0 1) (v128.const i64x2 0 1) (v128.const i64x2 0 1) (v128.const i64x2 0 1)
      (v128.const i64x2 1 4)
      (i64.const 1) (i64.const 1) (i64.const 1) (i64.const 1) (i64.const 1) (i64.const 1)
      (i64.const 1) (i64.const 1) (i64.const 3)
      (i32.const 0)))
  (func (export "run") (param $count i64) (result i64)
    (local $sum i64)
    (local.set $sum (i64.const 1))
    (loop $again
      (local.set $sum (i64.add (local.get $sum) (call $none)))
      (local.set $count (i64.sub (local.get $count) (i64.const 1)))
      (br_if $again (i64.ne (local.get $count) (i64.const 0))))
    (local.get $sum)))
