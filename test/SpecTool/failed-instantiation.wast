;; What a failed instantiation wrote stays, and functions it put into tables are callable.

;; RUN: %script %s -o %t.json
;; RUN: w2n-spectest %t.json -o %t --bounds=guard
;; RUN: %run %t | FileCheck %s
;; RUN: w2n-spectest %t.json -o %t --bounds=explicit
;; RUN: %run %t | FileCheck %s

(module $A
  (memory (export "m") 1)
  (table (export "t") 2 funcref)
  (func (export "byte") (result i32) (i32.load8_u (i32.const 7)))
  (func (export "call") (result i32) (call_indirect (result i32) (i32.const 1))))
(register "A" $A)
(assert_trap (invoke $A "call") "uninitialized element")
(assert_trap
  (module
    (import "A" "m" (memory 1))
    (import "A" "t" (table 2 funcref))
    (global $own (mut i32) (i32.const 40))
    (func $next (result i32)
      (global.set $own (i32.add (global.get $own) (i32.const 2)))
      (global.get $own))
    (func $start unreachable)
    (elem (i32.const 1) func $next)
    (data (i32.const 7) "\55")
    (start $start))
  "unreachable")
(assert_return (invoke $A "byte") (i32.const 0x55))
(assert_return (invoke $A "call") (i32.const 42))
;; CHECK: passed 6 of 6
