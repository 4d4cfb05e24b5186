;; An index beyond its index space is refused by the name of the space.
;; RUN: rm -rf %t && split-file %s %t
;; RUN: wat2wasm --no-check --debug-names %t/local.wat -o %t/local.wasm
;; RUN: not wasm2native %t/local.wasm --emit=llvm-ir -o %t/local.ll 2>&1 \
;; RUN:   | FileCheck %s --check-prefix=LOCAL
;; RUN: wat2wasm --no-check --debug-names %t/global.wat -o %t/global.wasm
;; RUN: not wasm2native %t/global.wasm --emit=llvm-ir -o %t/global.ll 2>&1 \
;; RUN:   | FileCheck %s --check-prefix=GLOBAL
;; RUN: wat2wasm --no-check --debug-names %t/function.wat -o %t/function.wasm
;; RUN: not wasm2native %t/function.wasm --emit=llvm-ir -o %t/function.ll 2>&1 \
;; RUN:   | FileCheck %s --check-prefix=FUNCTION
;; RUN: wat2wasm --no-check --debug-names %t/label.wat -o %t/label.wasm
;; RUN: not wasm2native %t/label.wasm --emit=llvm-ir -o %t/label.ll 2>&1 \
;; RUN:   | FileCheck %s --check-prefix=LABEL
;; RUN: wat2wasm --no-check --debug-names %t/memory.wat -o %t/memory.wasm
;; RUN: not wasm2native %t/memory.wasm --emit=llvm-ir -o %t/memory.ll 2>&1 \
;; RUN:   | FileCheck %s --check-prefix=MEMORY
;; RUN: wat2wasm --no-check --debug-names %t/table.wat -o %t/table.wasm
;; RUN: not wasm2native %t/table.wasm --emit=llvm-ir -o %t/table.ll 2>&1 \
;; RUN:   | FileCheck %s --check-prefix=TABLE
;; RUN: wat2wasm --no-check --debug-names %t/element.wat -o %t/element.wasm
;; RUN: not wasm2native %t/element.wasm --emit=llvm-ir -o %t/element.ll 2>&1 \
;; RUN:   | FileCheck %s --check-prefix=ELEMENT
;; RUN: wat2wasm --no-check --debug-names %t/export.wat -o %t/export.wasm
;; RUN: not wasm2native %t/export.wasm --emit=llvm-ir -o %t/export.ll 2>&1 \
;; RUN:   | FileCheck %s --check-prefix=EXPORT

;; LOCAL: error: unknown local 2 [function 0 'f']
;; GLOBAL: error: unknown global 0 [function 0 'f']
;; FUNCTION: error: unknown function 9 [function 0 'f']
;; LABEL: error: unknown label 2 [function 0 'f']
;; MEMORY: error: unknown memory 0 [function 0 'f']
;; TABLE: error: unknown table 0 [function 0 'f']
;; ELEMENT: error: unknown element segment 1 [function 0 'f']
;; EXPORT: error: unknown function 3

;--- local.wat
(module (func $f (param i32) (local i64)
  local.get 2
  drop))

;--- global.wat
(module (func $f
  global.get 0
  drop))

;--- function.wat
(module (func $f
  call 9))

;--- label.wat
(module (func $f
  block
    br 2
  end))

;--- memory.wat
(module (func $f
  i32.const 0
  i32.load
  drop))

;--- table.wat
(module (func $f
  i32.const 0
  call_indirect))

;--- element.wat
(module (func $f
  elem.drop 1))

;--- export.wat
(module (export "x" (func 3)))
