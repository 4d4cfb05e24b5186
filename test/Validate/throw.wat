;; throw takes what its tag says.
;; RUN: rm -rf %t && split-file %s %t
;; RUN: wat2wasm --enable-all --no-check --debug-names %t/payload.wat -o %t/payload.wasm
;; RUN: not wasm2native %t/payload.wasm --emit=llvm-ir -o %t/payload.ll 2>&1 \
;; RUN:   | FileCheck %s --check-prefix=PAYLOAD
;; RUN: wat2wasm --enable-all --no-check --debug-names %t/unknown.wat -o %t/unknown.wasm
;; RUN: not wasm2native %t/unknown.wasm --emit=llvm-ir -o %t/unknown.ll 2>&1 \
;; RUN:   | FileCheck %s --check-prefix=UNKNOWN

;; PAYLOAD: error: type mismatch in throw: expected i64, found i32 [function 0 'f']
;; UNKNOWN: error: unknown tag 1 [function 0 'f']

;--- payload.wat
(module
  (tag (param i32 i64))
  (func $f i32.const 1 i32.const 2 throw 0))

;--- unknown.wat
(module
  (tag)
  (func $f throw 1))
