;; Another trap than expected is a failure, as is none, or a trap where none is expected.

;; RUN: %script %s -o %t.json
;; RUN: w2n-spectest %t.json -o %t
;; RUN: not %run %t | FileCheck %s

(module
  (func (export "div") (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.div_s))

(assert_trap (invoke "div" (i32.const 1) (i32.const 0)) "integer divide by zero")
;; CHECK: wast:[[#@LINE+1]]: failed: div trapped: integer divide by zero
(assert_trap (invoke "div" (i32.const 1) (i32.const 0)) "integer overflow")
;; CHECK: wast:[[#@LINE+1]]: failed: div returned 0x2
(assert_trap (invoke "div" (i32.const 4) (i32.const 2)) "integer divide by zero")
;; CHECK: wast:[[#@LINE+1]]: failed: div trapped: integer divide by zero
(assert_return (invoke "div" (i32.const 4) (i32.const 0)) (i32.const 2))
;; CHECK: wast:[[#@LINE+1]]: failed: div trapped: integer divide by zero
(invoke "div" (i32.const 4) (i32.const 0))
;; CHECK: wast:[[#@LINE+1]]: failed: div trapped: integer divide by zero
(assert_exhaustion (invoke "div" (i32.const 1) (i32.const 0)) "integer divide by zero")
;; CHECK: passed 2 of 7
