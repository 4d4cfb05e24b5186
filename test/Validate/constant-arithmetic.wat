;; Constant expressions may compute, with operands of the right types, and read the globals
;; before their own.
;; RUN: rm -rf %t && split-file %s %t
;; RUN: wat2wasm --enable-all --no-check %t/good.wat -o %t/good.wasm
;; RUN: wasm2native %t/good.wasm -c -o %t/good.o
;; RUN: wat2wasm --enable-all --no-check %t/types.wat -o %t/types.wasm
;; RUN: not wasm2native %t/types.wasm -c -o %t/types.o 2>&1 | FileCheck %s --check-prefix=TYPES
;; RUN: wat2wasm --enable-all --no-check %t/empty.wat -o %t/empty.wasm
;; RUN: not wasm2native %t/empty.wasm -c -o %t/empty.o 2>&1 | FileCheck %s --check-prefix=EMPTY
;; RUN: wat2wasm --enable-all --no-check %t/later.wat -o %t/later.wasm
;; RUN: not wasm2native %t/later.wasm -c -o %t/later.o 2>&1 | FileCheck %s --check-prefix=LATER
;; RUN: wat2wasm --enable-all --no-check %t/itself.wat -o %t/itself.wasm
;; RUN: not wasm2native %t/itself.wasm -c -o %t/itself.o 2>&1 | FileCheck %s --check-prefix=ITSELF

;; TYPES: error: type mismatch in i32.mul: expected i32, found i64
;; EMPTY: error: type mismatch in i64.sub: expected i64, found nothing
;; LATER: error: unknown global 1
;; ITSELF: error: unknown global 0

;--- good.wat
(module (global i32 (i32.const 6)) (global i32 (i32.mul (global.get 0) (i32.const 7))))

;--- types.wat
(module (global i32 (i32.mul (i64.const 6) (i32.const 7))))

;--- empty.wat
(module (global i64 (i64.sub (i64.const 1))))

;--- later.wat
(module (global i32 (global.get 1)) (global i32 (i32.const 1)))

;--- itself.wat
(module (global i32 (global.get 0)))
