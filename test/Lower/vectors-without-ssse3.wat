;; Code for the oldest x86-64 uses none of the instructions that came later.
;; RUN: wasm2native %s --target=x86_64-linux --cpu=x86-64 --emit=asm -o - | FileCheck %s
;; CHECK-NOT: pshufb
;; CHECK-NOT: pmulhrsw
;; CHECK-NOT: pmaddubsw
;; CHECK-NOT: blendv
(module
  (func (export "swizzle") (param v128 v128) (result v128)
    (i8x16.swizzle (local.get 0) (local.get 1)))
  (func (export "relaxed_swizzle") (param v128 v128) (result v128)
    (i8x16.relaxed_swizzle (local.get 0) (local.get 1)))
  (func (export "fixed_point") (param v128 v128) (result v128)
    (i16x8.relaxed_q15mulr_s (local.get 0) (local.get 1)))
  (func (export "dot") (param v128 v128) (result v128)
    (i16x8.dot_i8x16_i7x16_s (local.get 0) (local.get 1)))
  (func (export "pairs") (param v128) (result v128)
    (i16x8.extadd_pairwise_i8x16_s (local.get 0)))
  (func (export "select") (param v128 v128 v128) (result v128)
    (i8x16.relaxed_laneselect (local.get 0) (local.get 1) (local.get 2))))
