;; Globals of each type keep their values, and begin with their initial ones, also one that
;; is a reference or another global's.
;; RUN: wasm2native %s --invoke=before -o %t && %run %t | FileCheck %s --check-prefix=BEFORE
;; RUN: wasm2native %s --invoke=after -O0 -o %t && %run %t | FileCheck %s --check-prefix=AFTER
;; RUN: wasm2native %s --invoke=after -O2 -o %t && %run %t | FileCheck %s --check-prefix=AFTER
;; BEFORE:      -7
;; BEFORE-NEXT: 9223372036854775807
;; BEFORE-NEXT: -0
;; BEFORE-NEXT: nan:0x4000000000000
;; BEFORE-NEXT: 42
;; AFTER:       8
;; AFTER-NEXT:  -9223372036854775808
;; AFTER-NEXT:  0.5
;; AFTER-NEXT:  -inf
;; AFTER-NEXT:  42
(module
  (global $i32 (mut i32) (i32.const -7))
  (global $i64 (mut i64) (i64.const 0x7fffffffffffffff))
  (global $f32 (mut f32) (f32.const -0))
  (global $f64 (mut f64) (f64.const nan:0x4000000000000))
  (global $function funcref (ref.func $answer))
  (table 1 funcref)
  (func $answer (result i32) (i32.const 42))
  (func $before (export "before") (result i32 i64 f32 f64 i32)
    (table.set 0 (i32.const 0) (global.get $function))
    (global.get $i32) (global.get $i64) (global.get $f32) (global.get $f64)
    (call_indirect (result i32) (i32.const 0)))
  (func $change
    (global.set $i32 (i32.const 8))
    (global.set $i64 (i64.const 0x8000000000000000))
    (global.set $f32 (f32.const 0.5))
    (global.set $f64 (f64.const -inf)))
  (func (export "after") (result i32 i64 f32 f64 i32)
    (call $change)
    (call $before)))
