;; The start function takes and gives nothing.
;; RUN: wat2wasm --no-check --debug-names %s -o %t.wasm
;; RUN: not wasm2native %t.wasm --emit=llvm-ir -o %t.ll 2>&1 | FileCheck %s

;; CHECK: error: the start function must have type () -> (), not (i32) -> ()

(module
  (func (param i32))
  (start 0))
