;; A select without a type chooses between two numbers of one type.
;; RUN: rm -rf %t && split-file %s %t
;; RUN: wat2wasm --no-check --debug-names %t/mixed.wat -o %t/mixed.wasm
;; RUN: not wasm2native %t/mixed.wasm --emit=llvm-ir -o %t/mixed.ll 2>&1 \
;; RUN:   | FileCheck %s --check-prefix=MIXED
;; RUN: wat2wasm --no-check --debug-names %t/reference.wat -o %t/reference.wasm
;; RUN: not wasm2native %t/reference.wasm --emit=llvm-ir -o %t/reference.ll 2>&1 \
;; RUN:   | FileCheck %s --check-prefix=REFERENCE

;; MIXED: error: type mismatch in select: expected i64, found i32 [function 0 'f']
;; REFERENCE: error: type mismatch in select: references need a select with a type [function 0 'f']

;--- mixed.wat
(module (func $f
  i32.const 0
  i64.const 0
  i32.const 1
  select
  drop))

;--- reference.wat
(module (func $f
  ref.null func
  ref.null func
  i32.const 1
  select
  drop))
