;; The latest registration of a name holds.

;; RUN: %script %s -o %t.json
;; RUN: w2n-spectest %t.json -o %t
;; RUN: %run %t | FileCheck %s

(module $A (global (export "g") i32 (i32.const 1)))
(register "M" $A)
(module $B (global (export "g") i32 (i32.const 2)))
(register "M" $B)
(module (import "M" "g" (global i32)) (export "again" (global 0)))
(assert_return (get "again") (i32.const 2))
;; CHECK: passed 6 of 6
