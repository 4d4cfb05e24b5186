;; Instructions numbered above 0xFF are checked by signatures of their own.
;; RUN: wat2wasm --no-check --enable-relaxed-simd %s -o %t.wasm
;; RUN: not wasm2native %t.wasm -c -o %t.o 2>&1 | FileCheck %s

;; CHECK: error: type mismatch in f32x4.relaxed_madd: expected v128, found f32

(module
  (func (param v128 f32) (result v128)
    (f32x4.relaxed_madd (local.get 0) (local.get 0) (local.get 1))))
