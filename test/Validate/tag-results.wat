;; A tag has no results.
;; RUN: wat2wasm --enable-all --no-check %s -o %t.wasm
;; RUN: not wasm2native %t.wasm --emit=llvm-ir -o %t.ll 2>&1 | FileCheck %s
;; CHECK: error: non-empty tag result type: (i32) -> (i64)
(module
  (type $t (func (param i32) (result i64)))
  (tag (type $t)))
