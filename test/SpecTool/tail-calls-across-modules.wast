;; Tail calls between modules keep the stack as it is, with any parameters and results.

;; RUN: %script --enable-tail-call %s -o %t.json
;; RUN: w2n-spectest %t.json -o %t -O0
;; RUN: %run %t | FileCheck %s
;; RUN: w2n-spectest %t.json -o %t -O2 --bounds=explicit
;; RUN: %run %t | FileCheck %s

(module $A
  (type $few (func (param i64) (result f64 i64 v128)))
  (type $many (func
    (param i64 f64 f64 f64 f64 f64 f64 f64 f64 f64)
    (param v128 i32 i32 i32 i32 i32 i32 v128 externref)
    (result f64 i64 v128)))
  (table (export "t") 2 funcref)
  (elem (i32.const 0) func $few)
  (func $few (type $few)
    (if (i64.eqz (local.get 0))
      (then (return (f64.const 2.5) (i64.const 3) (v128.const i64x2 4 5))))
    (return_call_indirect (type $many)
      (local.get 0) (f64.const 1) (f64.const 1) (f64.const 1) (f64.const 1) (f64.const 1)
      (f64.const 1) (f64.const 1) (f64.const 1) (f64.const 9)
      (v128.const i64x2 1 1) (i32.const 1) (i32.const 1) (i32.const 1) (i32.const 1)
      (i32.const 1) (i32.const 6) (v128.const i64x2 7 8) (ref.null extern)
      (i32.const 1))))
(register "A" $A)
(module
  (type $few (func (param i64) (result f64 i64 v128)))
  (type $many (func
    (param i64 f64 f64 f64 f64 f64 f64 f64 f64 f64)
    (param v128 i32 i32 i32 i32 i32 i32 v128 externref)
    (result f64 i64 v128)))
  (import "A" "t" (table 2 funcref))
  (elem (i32.const 1) func $many)
  (func $many (type $many)
    (if (f64.ne (local.get 9) (f64.const 9)) (then unreachable))
    (if (i32.ne (local.get 16) (i32.const 6)) (then unreachable))
    (if (i64.ne (i64x2.extract_lane 1 (local.get 17)) (i64.const 8)) (then unreachable))
    (return_call_indirect (type $few) (i64.sub (local.get 0) (i64.const 1)) (i32.const 0)))
  (func (export "run") (type $few)
    (call_indirect (type $few) (local.get 0) (i32.const 0))))
(assert_return (invoke "run" (i64.const 2000000))
  (f64.const 2.5) (i64.const 3) (v128.const i64x2 4 5))
;; CHECK: passed 4 of 4
