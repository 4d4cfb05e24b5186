;; Branches bring the values that their labels take.
;; RUN: rm -rf %t && split-file %s %t
;; RUN: wat2wasm --no-check --debug-names %t/br.wat -o %t/br.wasm
;; RUN: not wasm2native %t/br.wasm --emit=llvm-ir -o %t/br.ll 2>&1 \
;; RUN:   | FileCheck %s --check-prefix=BR
;; RUN: wat2wasm --no-check --debug-names %t/loop.wat -o %t/loop.wasm
;; RUN: not wasm2native %t/loop.wasm --emit=llvm-ir -o %t/loop.ll 2>&1 \
;; RUN:   | FileCheck %s --check-prefix=LOOP
;; RUN: wat2wasm --no-check --debug-names %t/arity.wat -o %t/arity.wasm
;; RUN: not wasm2native %t/arity.wasm --emit=llvm-ir -o %t/arity.ll 2>&1 \
;; RUN:   | FileCheck %s --check-prefix=ARITY

;; BR: error: type mismatch in br: expected i32, found i64 [function 0 'f']
;; LOOP: error: type mismatch in br: expected i64, found nothing [function 0 'f']
;; ARITY: error: type mismatch in br_table: label 1 takes 0 values, the default label 1 [function 0 'f']

;--- br.wat
(module (func $f (result i32)
  i64.const 0
  br 0))

;--- loop.wat
(module (func $f
  i64.const 0
  loop (param i64)
    drop
    br 0
  end))

;--- arity.wat
(module (func $f
  block (result i32)
    i32.const 0
    i32.const 0
    br_table 1 0
  end
  drop))
