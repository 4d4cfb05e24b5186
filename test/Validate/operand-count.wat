;; A block leaves exactly its results.
;; RUN: rm -rf %t && split-file %s %t
;; RUN: wat2wasm --no-check --debug-names %t/missing.wat -o %t/missing.wasm
;; RUN: not wasm2native %t/missing.wasm --emit=llvm-ir -o %t/missing.ll 2>&1 \
;; RUN:   | FileCheck %s --check-prefix=MISSING
;; RUN: wat2wasm --no-check --debug-names %t/outer.wat -o %t/outer.wasm
;; RUN: not wasm2native %t/outer.wasm --emit=llvm-ir -o %t/outer.ll 2>&1 \
;; RUN:   | FileCheck %s --check-prefix=OUTER
;; RUN: wat2wasm --no-check --debug-names %t/left.wat -o %t/left.wasm
;; RUN: not wasm2native %t/left.wasm --emit=llvm-ir -o %t/left.ll 2>&1 \
;; RUN:   | FileCheck %s --check-prefix=LEFT

;; MISSING: error: type mismatch in i64.mul: expected i64, found nothing [function 0 'f']
;; OUTER: error: type mismatch in drop: expected any type, found nothing [function 0 'f']
;; LEFT: error: type mismatch in end: 2 values are left on the stack [function 0 'f']

;--- missing.wat
(module (func $f (result i64)
  i64.const 1
  i64.mul))

;--- outer.wat
(module (func $f
  i32.const 1
  block
    drop
  end
  drop))

;--- left.wat
(module (func $f
  i32.const 1
  i32.const 2))
