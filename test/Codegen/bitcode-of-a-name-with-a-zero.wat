;; A name may hold any character, and bitcode of it can be read back.
;; RUN: wasm2native %s --emit=llvm-bc -o %t.bc
;; RUN: llvm-dis %t.bc -o - | FileCheck %s
;; CHECK: define {{.*}} @wasm.0.
(module
  (func (export "a\00b") (result i32) (i32.const 7)))
