;; Active segments are copied one after the other, each to its memory; what a later one covers is
;; gone, and passive ones are still there.
;;
;; RUN: wasm2native %s -O0 --invoke=read -o %t
;; RUN: %run %t 0 | FileCheck %s
;; RUN: wasm2native %s --bounds=explicit --part-size=1 --invoke=read -o %t
;; RUN: %run %t 0 | FileCheck %s

(module
  (memory $a 1)
  (memory $b 1)
  (global $place i32 (i32.const 2))
  (data (memory $a) (i32.const 0) "\01\01\01\01\01\01\01\01")
  (data $passive "\ff")
  (data (memory $a) (i32.const 1) "\02\02")
  (data (memory $b) (i32.const 0) "\0f\0f\0f\0f\0f\0f\0f\0f")
  (data (memory $a) (global.get $place) "\03\03")
  (data $active (memory $a) (i32.const 3) "\04")
  (data (memory $b) (i32.const 7) "\07")
  (func $copy
    (memory.init $a $passive (i32.const 5) (i32.const 0) (i32.const 1))
    (memory.init $a $active (i32.const 6) (i32.const 0) (i32.const 0)))
  (func (export "read") (param i32) (result i64 i64)
    (call $copy)
    (i64.load $a (local.get 0))
    (i64.load $b (local.get 0))))
;; They are 0x0101ff0104030201 and 0x070f0f0f0f0f0f0f.
;; CHECK: 72619448841994753
;; CHECK: 508641840267726607
