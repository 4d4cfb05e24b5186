;; An if without an else must leave its parameters as they are.
;; RUN: rm -rf %t && split-file %s %t
;; RUN: wat2wasm --no-check --debug-names %t/result.wat -o %t/result.wasm
;; RUN: not wasm2native %t/result.wasm --emit=llvm-ir -o %t/result.ll 2>&1 \
;; RUN:   | FileCheck %s --check-prefix=RESULT
;; RUN: wat2wasm --no-check --debug-names %t/arm.wat -o %t/arm.wasm
;; RUN: not wasm2native %t/arm.wasm --emit=llvm-ir -o %t/arm.ll 2>&1 \
;; RUN:   | FileCheck %s --check-prefix=ARM

;; RESULT: error: type mismatch in if: without an else, its results must be its parameters [function 0 'f']
;; ARM: error: type mismatch in end: expected i32, found f32 [function 0 'f']

;--- result.wat
(module (func $f (result i32)
  i32.const 1
  if (result i32)
    i32.const 2
  end))

;--- arm.wat
(module (func $f (result i32)
  i32.const 1
  if (result i32)
    i32.const 2
  else
    f32.const 3
  end))
