;; Arithmetic gives a quiet NaN for a signalling one, also where an optimiser would take it
;; for the identity. The results are the bits with the payload cut off: 7fc, 7ff8.
;; RUN: wasm2native %s --invoke=f32 -O2 -o %t && %run %t nan:0x200001 | FileCheck %s --check-prefix=F32
;; RUN: wasm2native %s --invoke=f32 -O0 -o %t && %run %t nan:0x200001 | FileCheck %s --check-prefix=F32
;; RUN: wasm2native %s --invoke=f64 -O2 -o %t && %run %t nan:0x4000000000001 | FileCheck %s --check-prefix=F64
;; RUN: wasm2native %s --invoke=f64 -O0 -o %t && %run %t nan:0x4000000000001 | FileCheck %s --check-prefix=F64
;; F32-COUNT-10: {{^}}2044{{$}}
;; F64-COUNT-8: {{^}}32760{{$}}
(module
  (func $top32 (param f32) (result i32)
    (i32.and (i32.shr_u (i32.reinterpret_f32 (local.get 0)) (i32.const 20)) (i32.const 0x7fc)))
  (func $top64 (param f64) (result i32)
    (i32.and (i32.wrap_i64 (i64.shr_u (i64.reinterpret_f64 (local.get 0)) (i64.const 48)))
             (i32.const 0x7ff8)))
  (func (export "f32") (param f32)
    (result i32 i32 i32 i32 i32 i32 i32 i32 i32 i32)
    (call $top32 (f32.mul (local.get 0) (f32.const 1)))
    (call $top32 (f32.div (local.get 0) (f32.const 1)))
    (call $top32 (f32.mul (f32.const -1) (local.get 0)))
    (call $top32 (f32.add (local.get 0) (f32.const -0)))
    (call $top32 (f32.sub (local.get 0) (f32.const 0)))
    (call $top32 (f32.sub (f32.const -0) (local.get 0)))
    (call $top32 (f32.demote_f64 (f64.promote_f32 (local.get 0))))
    (call $top32 (f32.nearest (local.get 0)))
    (call $top32 (f32.min (local.get 0) (local.get 0)))
    (call $top32 (f32.max (local.get 0) (f32.const -inf))))
  (func (export "f64") (param f64) (result i32 i32 i32 i32 i32 i32 i32 i32)
    (call $top64 (f64.mul (local.get 0) (f64.const 1)))
    (call $top64 (f64.div (local.get 0) (f64.const -1)))
    (call $top64 (f64.add (f64.const -0) (local.get 0)))
    (call $top64 (f64.sub (local.get 0) (f64.const 0)))
    (call $top64 (f64.sqrt (local.get 0)))
    (call $top64 (f64.trunc (local.get 0)))
    (call $top64 (f64.min (local.get 0) (f64.const inf)))
    (call $top64 (f64.max (local.get 0) (local.get 0)))))
