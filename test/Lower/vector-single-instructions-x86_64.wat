;; What x86-64 has one instruction for becomes that instruction.
;; RUN: wasm2native %s --target=x86_64-linux --emit=asm -o - | FileCheck %s
(module
  (func $swizzle (export "swizzle") (param v128 v128) (result v128)
    (i8x16.swizzle (local.get 0) (local.get 1)))
  ;; CHECK-LABEL: .swizzle:
  ;; CHECK:      paddusb
  ;; CHECK-NEXT: pshufb
  ;; CHECK-NEXT: ret
  (func $narrow (export "narrow") (param v128 v128) (result v128)
    (i16x8.narrow_i32x4_u (local.get 0) (local.get 1)))
  ;; CHECK-LABEL: .narrow:
  ;; CHECK-NEXT: packusdw
  ;; CHECK-NEXT: ret
  (func $dot (export "dot") (param v128 v128) (result v128)
    (i32x4.dot_i16x8_s (local.get 0) (local.get 1)))
  ;; CHECK-LABEL: .dot:
  ;; CHECK-NEXT: pmaddwd
  ;; CHECK-NEXT: ret
  (func $average (export "average") (param v128 v128) (result v128)
    (i8x16.avgr_u (local.get 0) (local.get 1)))
  ;; CHECK-LABEL: .average:
  ;; CHECK-NEXT: pavgb
  ;; CHECK-NEXT: ret
  (func $saturate (export "saturate") (param v128 v128) (result v128)
    (i16x8.sub_sat_u (local.get 0) (local.get 1)))
  ;; CHECK-LABEL: .saturate:
  ;; CHECK-NEXT: psubusw
  ;; CHECK-NEXT: ret
  (func $pairs (export "pairs") (param v128) (result v128)
    (i16x8.extadd_pairwise_i8x16_u (local.get 0)))
  ;; CHECK-LABEL: .pairs:
  ;; CHECK-NEXT: pmaddubsw
  ;; CHECK-NEXT: ret
  (func $pseudo_minimum (export "pseudo_minimum") (param v128 v128) (result v128)
    (f32x4.pmin (local.get 1) (local.get 0)))
  ;; CHECK-LABEL: .pseudo_minimum:
  ;; CHECK-NEXT: minps
  ;; CHECK-NEXT: ret
  (func $nearest (export "nearest") (param v128) (result v128)
    (f64x2.nearest (local.get 0)))
  ;; CHECK-LABEL: .nearest:
  ;; CHECK-NEXT: roundpd $8
  ;; CHECK-NEXT: ret
  (func $mask (export "mask") (param v128) (result i32)
    (i8x16.bitmask (local.get 0)))
  ;; CHECK-LABEL: .mask:
  ;; CHECK-NEXT: pmovmskb
  ;; CHECK-NEXT: ret
  )
