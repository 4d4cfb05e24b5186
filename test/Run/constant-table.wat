;; Calls through tables that never change reach the element at the index, and end in the trap that
;; the specification has for it where that is none, null or of another type.
;; RUN: %python %S/Inputs/check-constant-table.py %s %t "%run"
;; RUN: %python %S/Inputs/check-constant-table.py %s %t "%run" -O0
;; RUN: %python %S/Inputs/check-constant-table.py %s %t "%run" -O3
;; RUN: %python %S/Inputs/check-constant-table.py %s %t "%run" --part-size=1
(module
  (type $many (func (param i32) (result i32)))
  (type $few (func (param i32) (result i32 i32 i32)))
  (type $none (func (param i64)))
  (table $table 10 funcref)
  (elem (table $table) (i32.const 1) func $a $b $c $few $d)
  (func $a (type $many) (i32.add (local.get 0) (i32.const 100)))
  (func $b (type $many) (i32.add (local.get 0) (i32.const 200)))
  (func $c (type $many) (i32.add (local.get 0) (i32.const 300)))
  (func $d (type $many) (i32.add (local.get 0) (i32.const 400)))
  (func $few (type $few) (local.get 0) (i32.const 1) (i32.const 2))
  (func $sum (param i32 i32 i32) (result i32)
    (i32.add (local.get 0) (i32.add (local.get 1) (local.get 2))))
  (func (export "many") (param i32) (result i32)
    (call_indirect $table (type $many) (local.get 0) (local.get 0)))
  (func (export "many in place") (param i32) (result i32)
    (return_call_indirect $table (type $many) (local.get 0) (local.get 0)))
  (func (export "few") (param i32) (result i32)
    (call_indirect $table (type $few) (local.get 0) (local.get 0))
    (call $sum))
  (func $few_in_place (type $few)
    (return_call_indirect $table (type $few) (local.get 0) (local.get 0)))
  (func (export "few in place") (param i32) (result i32)
    (call $few_in_place (local.get 0))
    (call $sum))
  (func (export "none") (param i32) (result i32)
    (call_indirect $table (type $none) (i64.const 0) (local.get 0))
    (i32.const 0)))
