;; Sizes are within what 32-bit addresses reach, the minimum first.
;; RUN: rm -rf %t && split-file %s %t
;; RUN: wat2wasm --no-check --debug-names %t/order.wat -o %t/order.wasm
;; RUN: not wasm2native %t/order.wasm --emit=llvm-ir -o %t/order.ll 2>&1 \
;; RUN:   | FileCheck %s --check-prefix=ORDER
;; RUN: wat2wasm --no-check --debug-names %t/pages.wat -o %t/pages.wasm
;; RUN: not wasm2native %t/pages.wasm --emit=llvm-ir -o %t/pages.ll 2>&1 \
;; RUN:   | FileCheck %s --check-prefix=PAGES
;; RUN: wat2wasm --no-check --debug-names %t/table.wat -o %t/table.wasm
;; RUN: not wasm2native %t/table.wasm --emit=llvm-ir -o %t/table.ll 2>&1 \
;; RUN:   | FileCheck %s --check-prefix=TABLE

;; ORDER: error: the minimum size of a memory, 2, is greater than its maximum, 1
;; PAGES: error: the size of a memory must be at most 65536 pages{{$}}
;; TABLE: error: the minimum size of a table, 9, is greater than its maximum, 8

;--- order.wat
(module (memory 2 1))

;--- pages.wat
(module (memory 65537))

;--- table.wat
(module (table 9 8 funcref))
