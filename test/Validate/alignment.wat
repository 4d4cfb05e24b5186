;; An access may not promise more than natural alignment.
;; RUN: wat2wasm --no-check --debug-names %s -o %t.wasm
;; RUN: not wasm2native %t.wasm --emit=llvm-ir -o %t.ll 2>&1 | FileCheck %s

;; CHECK: error: alignment of i64.load16_u must not be larger than natural: 2^2 is more than 2^1 [function 0 'f']

(module
  (memory 1)
  (func $f (result i64)
    i32.const 0
    i64.load16_u align=4))
