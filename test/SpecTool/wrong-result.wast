;; A result other than expected is reported with its line, and the program fails.

;; RUN: %script %s -o %t.json
;; RUN: w2n-spectest %t.json -o %t
;; RUN: not %run %t | FileCheck %s

(module
  (func (export "one") (result i32) i32.const 1))

(assert_return (invoke "one") (i32.const 1))
;; CHECK: wast:[[#@LINE+1]]: failed: one returned 0x1
(assert_return (invoke "one") (i32.const 2))
;; CHECK: passed 2 of 3
