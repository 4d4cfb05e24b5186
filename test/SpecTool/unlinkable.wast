;; Imports are matched by name, kind and type; what does not match cannot be linked.

;; RUN: %script %s -o %t.json
;; RUN: w2n-spectest %t.json -o %t
;; RUN: %run %t | FileCheck %s

(module $A
  (func (export "f") (param i32) (result i64) i64.const 1)
  (global (export "g") i32 (i32.const 1))
  (global (export "mutable") (mut i32) (i32.const 1))
  (table (export "t") 5 9 funcref)
  (memory (export "m") 1 2))
(register "A" $A)

(module
  (import "A" "f" (func (param i32) (result i64)))
  (import "A" "g" (global i32))
  (import "A" "mutable" (global (mut i32)))
  (import "A" "t" (table 5 9 funcref))
  (import "A" "m" (memory 1 2)))
(module (import "A" "t" (table 1 funcref)))
(module (import "A" "m" (memory 0)))

(assert_unlinkable (module (import "B" "f" (func))) "unknown import")
(assert_unlinkable (module (import "A" "h" (func))) "unknown import")
(assert_unlinkable (module (import "A" "g" (func))) "incompatible import type")
(assert_unlinkable (module (import "A" "f" (global i32))) "incompatible import type")
(assert_unlinkable (module (import "A" "f" (func (param i32)))) "incompatible import type")
(assert_unlinkable (module (import "A" "g" (global i64))) "incompatible import type")
(assert_unlinkable (module (import "A" "g" (global (mut i32)))) "incompatible import type")
(assert_unlinkable (module (import "A" "mutable" (global i32))) "incompatible import type")
(assert_unlinkable (module (import "A" "t" (table 6 funcref))) "incompatible import type")
(assert_unlinkable (module (import "A" "t" (table 5 8 funcref))) "incompatible import type")
(assert_unlinkable (module (import "A" "t" (table 5 externref))) "incompatible import type")
(assert_unlinkable (module (import "A" "m" (memory 1 1))) "incompatible import type")
;; CHECK: passed 17 of 17
