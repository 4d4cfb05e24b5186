;; Two exports cannot have the same name.
;; RUN: wat2wasm --no-check --debug-names %s -o %t.wasm
;; RUN: not wasm2native %t.wasm --emit=llvm-ir -o %t.ll 2>&1 | FileCheck %s

;; CHECK: error: duplicate export name 'x'

(module
  (func)
  (memory 1)
  (export "x" (func 0))
  (export "x" (memory 0)))
