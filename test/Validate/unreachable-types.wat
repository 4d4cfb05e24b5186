;; Unreachable code may take any operands, but those that are there must fit.
;; RUN: rm -rf %t && split-file %s %t
;; RUN: wat2wasm --no-check --debug-names %t/wrong.wat -o %t/wrong.wasm
;; RUN: not wasm2native %t/wrong.wasm --emit=llvm-ir -o %t/wrong.ll 2>&1 \
;; RUN:   | FileCheck %s --check-prefix=WRONG
;; RUN: wat2wasm --no-check --debug-names %t/left.wat -o %t/left.wasm
;; RUN: not wasm2native %t/left.wasm --emit=llvm-ir -o %t/left.ll 2>&1 \
;; RUN:   | FileCheck %s --check-prefix=LEFT

;; WRONG: error: type mismatch in i32.eqz: expected i32, found f32 [function 0 'f']
;; LEFT: error: type mismatch in end: 1 value is left on the stack [function 0 'f']

;--- wrong.wat
(module (func $f
  unreachable
  f32.const 0
  i32.eqz
  drop))

;--- left.wat
(module (func $f
  return
  i32.const 0))
