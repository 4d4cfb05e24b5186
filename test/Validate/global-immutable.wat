;; An immutable global cannot be set.
;; RUN: wat2wasm --no-check --debug-names %s -o %t.wasm
;; RUN: not wasm2native %t.wasm --emit=llvm-ir -o %t.ll 2>&1 | FileCheck %s

;; CHECK: error: global 0 is immutable [function 0 'f']

(module
  (global i32 (i32.const 0))
  (func $f
    i32.const 1
    global.set 0))
