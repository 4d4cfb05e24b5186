;; A vector is a type of its own.
;; RUN: wat2wasm --no-check %s -o %t.wasm
;; RUN: not wasm2native %t.wasm -c -o %t.o 2>&1 | FileCheck %s

;; CHECK: error: type mismatch in i32x4.splat: expected i32, found v128

(module
  (func (param v128) (result v128)
    (i32x4.splat (local.get 0))))
