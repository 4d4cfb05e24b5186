;; The size of a memory now counts for an import, not the size it began with.

;; RUN: %script %s -o %t.json
;; RUN: w2n-spectest %t.json -o %t
;; RUN: %run %t | FileCheck %s

(module $A
  (memory (export "m") 1 3)
  (func (export "grow") (result i32) (memory.grow (i32.const 1))))
(register "A" $A)
(assert_unlinkable (module (import "A" "m" (memory 2))) "incompatible import type")
(assert_return (invoke $A "grow") (i32.const 1))
(module (import "A" "m" (memory 2)))
;; CHECK: passed 5 of 5
