;; More vectors than registers hold go through calls, results and branches unchanged.
;; REQUIRES: run-aarch64
;; RUN: wasm2native %s -O0 --invoke=sum -o %t.O0
;; RUN: %run %t.O0 7 | FileCheck %s
;; RUN: wasm2native %s --bounds=explicit --invoke=sum -o %t
;; RUN: %run %t 7 | FileCheck %s
;; RUN: wasm2native %s --target=aarch64-linux --invoke=sum -o %t.aarch64
;; RUN: %run-aarch64 %t.aarch64 7 | FileCheck %s
;; CHECK: {{^}}84{{$}}
(module
  (type $rotate (func (param i32 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 i32)
                      (result v128 v128 v128 i32)))
  (table funcref (elem $rotate))
  (func $rotate (type $rotate)
    (block (result v128 v128 v128 i32)
      (local.get 1) (local.get 9) (local.get 10) (i32.const 0)
      (br_if 0 (i32.eq (local.get 0) (i32.const 0)))
      (drop) (drop) (drop) (drop)
      (call_indirect (type $rotate)
        (i32.sub (local.get 0) (i32.const 1))
        (local.get 2) (local.get 3) (local.get 4) (local.get 5) (local.get 6) (local.get 7)
        (local.get 8) (local.get 9) (local.get 10) (local.get 1) (local.get 11)
        (i32.const 0))))
  (func $lane (param v128) (result i32) (i8x16.extract_lane_u 15 (local.get 0)))
  (func (export "sum") (param i32) (result i32)
    (local v128 v128 v128)
    (call $rotate (local.get 0)
      (i8x16.splat (i32.const 1)) (i8x16.splat (i32.const 2)) (i8x16.splat (i32.const 3))
      (i8x16.splat (i32.const 4)) (i8x16.splat (i32.const 5)) (i8x16.splat (i32.const 6))
      (i8x16.splat (i32.const 7)) (i8x16.splat (i32.const 8)) (i8x16.splat (i32.const 9))
      (i8x16.splat (i32.const 10)) (i32.const 5))
    drop
    (local.set 3) (local.set 2) (local.set 1)
    ;; After seven rotations the first is 8, the ninth 6 and the tenth 7.
    (i32.add (i32.mul (call $lane (local.get 1)) (i32.const 1))
      (i32.add (i32.mul (call $lane (local.get 2)) (i32.const 8))
               (i32.mul (call $lane (local.get 3)) (i32.const 4))))))
