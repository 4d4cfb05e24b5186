;; Relaxed instructions are the CPU's own.
;; RUN: wasm2native %s --target=x86_64-linux --cpu=x86-64-v3 --emit=asm -o - | FileCheck %s
(module
  (func $swizzle (export "swizzle") (param v128 v128) (result v128)
    (i8x16.relaxed_swizzle (local.get 0) (local.get 1)))
  ;; CHECK-LABEL: .swizzle:
  ;; CHECK-NEXT: vpshufb
  ;; CHECK-NEXT: ret
  (func $truncate (export "truncate") (param v128) (result v128)
    (i32x4.relaxed_trunc_f64x2_s_zero (local.get 0)))
  ;; CHECK-LABEL: .truncate:
  ;; CHECK-NEXT: vcvttpd2dq
  ;; CHECK-NEXT: ret
  (func $select (export "select") (param v128 v128 v128) (result v128)
    (i32x4.relaxed_laneselect (local.get 0) (local.get 1) (local.get 2)))
  ;; CHECK-LABEL: .select:
  ;; CHECK-NEXT: vblendvps
  ;; CHECK-NEXT: ret
  (func $maximum (export "maximum") (param v128 v128) (result v128)
    (f64x2.relaxed_max (local.get 0) (local.get 1)))
  ;; CHECK-LABEL: .maximum:
  ;; CHECK-NEXT: vmaxpd
  ;; CHECK-NEXT: ret
  (func $fixed_point (export "fixed_point") (param v128 v128) (result v128)
    (i16x8.relaxed_q15mulr_s (local.get 0) (local.get 1)))
  ;; CHECK-LABEL: .fixed_point:
  ;; CHECK-NEXT: vpmulhrsw
  ;; CHECK-NEXT: ret
  )
