;; ref.func in a body may only name functions that occur outside bodies.
;; RUN: wat2wasm --no-check --debug-names %s -o %t.wasm
;; RUN: not wasm2native %t.wasm --emit=llvm-ir -o %t.ll 2>&1 | FileCheck %s

;; CHECK: error: undeclared function reference: function 0 is in no element segment, export or initializer [function 1 'f']

(module
  (func $target)
  (func $f
    ref.func $target
    drop))
