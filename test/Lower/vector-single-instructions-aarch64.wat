;; What aarch64 has one instruction for becomes that instruction.
;; RUN: wasm2native %s --target=aarch64-linux --emit=asm -o - | FileCheck %s
(module
  (func $swizzle (export "swizzle") (param v128 v128) (result v128)
    (i8x16.swizzle (local.get 0) (local.get 1)))
  ;; CHECK-LABEL: .swizzle:
  ;; CHECK-NEXT: tbl
  ;; CHECK-NEXT: ret
  (func $fixed_point (export "fixed_point") (param v128 v128) (result v128)
    (i16x8.q15mulr_sat_s (local.get 0) (local.get 1)))
  ;; CHECK-LABEL: .fixed_point:
  ;; CHECK-NEXT: sqrdmulh
  ;; CHECK-NEXT: ret
  (func $pairs (export "pairs") (param v128) (result v128)
    (i32x4.extadd_pairwise_i16x8_s (local.get 0)))
  ;; CHECK-LABEL: .pairs:
  ;; CHECK-NEXT: saddlp
  ;; CHECK-NEXT: ret
  (func $multiply (export "multiply") (param v128 v128) (result v128)
    (i64x2.extmul_high_i32x4_u (local.get 0) (local.get 1)))
  ;; CHECK-LABEL: .multiply:
  ;; CHECK-NEXT: umull2
  ;; CHECK-NEXT: ret
  (func $minimum (export "minimum") (param v128 v128) (result v128)
    (f64x2.min (local.get 0) (local.get 1)))
  ;; CHECK-LABEL: .minimum:
  ;; CHECK-NEXT: fmin
  ;; CHECK-NEXT: ret
  (func $truncate (export "truncate") (param v128) (result v128)
    (i32x4.trunc_sat_f32x4_u (local.get 0)))
  ;; CHECK-LABEL: .truncate:
  ;; CHECK-NEXT: fcvtzu
  ;; CHECK-NEXT: ret
  (func $select (export "select") (param v128 v128 v128) (result v128)
    (v128.bitselect (local.get 1) (local.get 2) (local.get 0)))
  ;; CHECK-LABEL: .select:
  ;; CHECK-NEXT: bsl
  ;; CHECK-NEXT: ret
  )
