;; A wrong operand is reported with the instruction, the types and the function.
;; RUN: wat2wasm --no-check --debug-names %s -o %t.wasm
;; RUN: not wasm2native %t.wasm --emit=llvm-ir -o %t.ll 2>&1 | FileCheck %s

;; CHECK: wasm:0x{{[0-9a-f]+}}: error: type mismatch in i32.add: expected i32, found i64 [function 1 'sum']

(module
  (import "env" "f" (func $f))
  (func $sum (result i32)
    i32.const 1
    i64.const 2
    i32.add))
