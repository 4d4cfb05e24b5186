;; Addresses are of the type that the memory or table has; a count that concerns two is of
;; the narrower type.
;; RUN: rm -rf %t && split-file %s %t
;; RUN: wat2wasm --enable-all --no-check %t/load.wat -o %t/load.wasm
;; RUN: not wasm2native %t/load.wasm -c -o %t/load.o 2>&1 | FileCheck %s --check-prefix=LOAD
;; RUN: wat2wasm --enable-all --no-check %t/grow.wat -o %t/grow.wasm
;; RUN: not wasm2native %t/grow.wasm -c -o %t/grow.o 2>&1 | FileCheck %s --check-prefix=GROW
;; RUN: wat2wasm --enable-all --no-check %t/copy.wat -o %t/copy.wasm
;; RUN: not wasm2native %t/copy.wasm -c -o %t/copy.o 2>&1 | FileCheck %s --check-prefix=COPY
;; RUN: wat2wasm --enable-all --no-check %t/data.wat -o %t/data.wasm
;; RUN: not wasm2native %t/data.wasm -c -o %t/data.o 2>&1 | FileCheck %s --check-prefix=DATA
;; RUN: %python %S/../Decode/Inputs/unhex.py %t/table %t/table.wasm
;; RUN: not wasm2native %t/table.wasm -c -o %t/table.o 2>&1 | FileCheck %s --check-prefix=TABLE

;; LOAD: error: type mismatch in i32.load: expected i64, found i32
;; GROW: error: type mismatch in i32.eqz: expected i32, found i64
;; COPY: error: type mismatch in memory.copy: expected i32, found i64
;; DATA: error: type mismatch in a constant expression: expected i64, found i32
;; TABLE: error: type mismatch in table.get: expected i64, found i32

;--- load.wat
(module (memory i64 1) (func (drop (i32.load (i32.const 0)))))

;--- grow.wat
(module (memory i64 1) (func (drop (i32.eqz (memory.grow (i64.const 0))))))

;--- copy.wat
(module (memory $a i64 1) (memory $b 1)
  (func (memory.copy $a $b (i64.const 0) (i32.const 0) (i64.const 0))))

;--- data.wat
(module (memory i64 1) (data (i32.const 0) "x"))

;--- table
00 61 73 6d 01 00 00 00  # magic number, version
01 04 01 60 00 00        # type section: [] -> []
03 02 01 00              # function section: one function
04 04 01 70 04 01        # table section: a 64-bit one
0a 09 01 07 00           # code section
41 00 25 00 1a 0b        # i32.const 0, table.get 0, drop
