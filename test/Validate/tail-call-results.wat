;; A tail call gives its results in place of the function's, so they must be the same.
;; RUN: not wasm2native %s --emit=llvm-ir -o %t 2>&1 | FileCheck %s

;; CHECK: error: type mismatch in tail call: the callee has type () -> (i64), whose results are not those of the function [function 1 'caller']

(module
  (func $callee (result i64) (i64.const 1))
  (func $caller (result i32) (return_call $callee)))
