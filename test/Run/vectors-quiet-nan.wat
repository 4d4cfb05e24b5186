;; Arithmetic with a constant that changes no number still quiets a signalling NaN, also
;; where the constant comes through a local or by another shape.
;; RUN: wasm2native %s --invoke=times_one -o %t.one
;; RUN: %run %t.one 0x7fa00000 | FileCheck %s
;; RUN: wasm2native %s --invoke=minus_zero -o %t.zero
;; RUN: %run %t.zero 0x7fa00000 | FileCheck %s
;; RUN: wasm2native %s --invoke=there_and_back -o %t.back
;; RUN: %run %t.back 0x7fa00000 | FileCheck %s
;; RUN: wasm2native %s --invoke=minimum -o %t.minimum
;; RUN: %run %t.minimum 0x7fa00000 | FileCheck %s
;; CHECK: {{^}}1{{$}}
(module
  ;; Whether lane 0 has the bit that a quiet NaN has.
  (func $is_quiet (param v128) (result i32)
    (i32.eq (i32.and (i32x4.extract_lane 0 (local.get 0)) (i32.const 0x7fc00000))
            (i32.const 0x7fc00000)))
  (func (export "times_one") (param i32) (result i32)
    (local $one v128)
    (local.set $one (v128.const i8x16 0 0 0x80 0x3f 0 0 0 0x40 0 0 0x80 0x3f 0 0 0x80 0x3f))
    (call $is_quiet (f32x4.mul (i32x4.splat (local.get 0)) (local.get $one))))
  (func (export "minus_zero") (param i32) (result i32)
    (call $is_quiet (f32x4.sub (i32x4.splat (local.get 0)) (v128.const i64x2 0 0))))
  (func (export "there_and_back") (param i32) (result i32)
    (call $is_quiet (f32x4.demote_f64x2_zero
                      (f64x2.promote_low_f32x4 (i32x4.splat (local.get 0))))))
  (func (export "minimum") (param i32) (result i32)
    (call $is_quiet (f32x4.min (i32x4.splat (local.get 0)) (i32x4.splat (local.get 0))))))
