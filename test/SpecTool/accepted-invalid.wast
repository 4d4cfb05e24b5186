;; A module that is accepted although it should be invalid is a failure of its line.

;; RUN: %script %s -o %t.json --no-check
;; RUN: w2n-spectest %t.json -o %t
;; RUN: not %run %t | FileCheck %s

;; CHECK: wast:[[#@LINE+1]]: failed: {{.*}} was accepted, but: type mismatch
(assert_invalid (module (func (result i32) i32.const 1)) "type mismatch")
;; CHECK: passed 0 of 1
