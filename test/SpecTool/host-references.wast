;; References of the host come back as they went in, and null is none of them.

;; RUN: %script %s -o %t.json
;; RUN: w2n-spectest %t.json -o %t
;; RUN: not %run %t | FileCheck %s

(module
  (func (export "same") (param externref) (result externref) local.get 0))

(assert_return (invoke "same" (ref.extern 0)) (ref.extern 0))
(assert_return (invoke "same" (ref.extern 5)) (ref.extern 5))
(assert_return (invoke "same" (ref.null extern)) (ref.null extern))
;; CHECK: wast:[[#@LINE+1]]: failed: same returned
(assert_return (invoke "same" (ref.extern 1)) (ref.extern 2))
;; CHECK: wast:[[#@LINE+1]]: failed: same returned 0x0
(assert_return (invoke "same" (ref.null extern)) (ref.extern 0))
;; CHECK: passed 4 of 6
