;; Tables hold elements of one type.
;; RUN: rm -rf %t && split-file %s %t
;; RUN: wat2wasm --no-check --debug-names %t/call.wat -o %t/call.wasm
;; RUN: not wasm2native %t/call.wasm --emit=llvm-ir -o %t/call.ll 2>&1 \
;; RUN:   | FileCheck %s --check-prefix=CALL
;; RUN: wat2wasm --no-check --debug-names %t/copy.wat -o %t/copy.wasm
;; RUN: not wasm2native %t/copy.wasm --emit=llvm-ir -o %t/copy.ll 2>&1 \
;; RUN:   | FileCheck %s --check-prefix=COPY
;; RUN: wat2wasm --no-check --debug-names %t/set.wat -o %t/set.wasm
;; RUN: not wasm2native %t/set.wasm --emit=llvm-ir -o %t/set.ll 2>&1 \
;; RUN:   | FileCheck %s --check-prefix=SET
;; RUN: wat2wasm --no-check --debug-names %t/segment.wat -o %t/segment.wasm
;; RUN: not wasm2native %t/segment.wasm --emit=llvm-ir -o %t/segment.ll 2>&1 \
;; RUN:   | FileCheck %s --check-prefix=SEGMENT

;; CALL: error: type mismatch in call_indirect: table 0 holds externref, not funcref [function 0 'f']
;; COPY: error: type mismatch in table.copy: a table of externref cannot take elements of type funcref [function 0 'f']
;; SET: error: type mismatch in table.set: expected externref, found funcref [function 0 'f']
;; SEGMENT: error: type mismatch: a table of externref cannot take elements of type (ref func)

;--- call.wat
(module (table 1 externref) (func $f
  i32.const 0
  call_indirect))

;--- copy.wat
(module (table $to 1 externref) (table $from 1 funcref) (func $f
  i32.const 0
  i32.const 0
  i32.const 0
  table.copy $to $from))

;--- set.wat
(module (table 1 externref) (func $f
  i32.const 0
  ref.null func
  table.set 0))

;--- segment.wat
(module (table 1 externref) (func $f) (elem (i32.const 0) func $f))
