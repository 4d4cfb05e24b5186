;; An active segment is only dropped once it has been copied: where one before it does not fit, the
;; functions that are in somebody else's table by then can still copy it.

;; RUN: %script %s -o %t.json
;; RUN: w2n-spectest %t.json -o %t -O0
;; RUN: %run %t | FileCheck %s
;; RUN: w2n-spectest %t.json -o %t -O2 --bounds=explicit
;; RUN: %run %t | FileCheck %s
;; CHECK: passed 5 of 5

(module $holder
  (type $action (func))
  (table (export "table") 1 funcref)
  (memory (export "memory") 1)
  (func (export "act") (call_indirect (type $action) (i32.const 0)))
  (func (export "read") (result i32) (i32.load8_u (i32.const 5))))
(register "holder" $holder)
(assert_trap
  (module
    (table (import "holder" "table") 1 funcref)
    (memory (import "holder" "memory") 1)
    (elem (i32.const 0) $copy)
    (data (i32.const 65536) "x")
    (data $left (i32.const 0) "y")
    (func $copy (memory.init $left (i32.const 5) (i32.const 0) (i32.const 1))))
  "out of bounds memory access")
(assert_return (invoke $holder "act"))
(assert_return (invoke $holder "read") (i32.const 121))
