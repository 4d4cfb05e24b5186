;; Constant expressions hold constants, of the type that is asked for.
;; RUN: rm -rf %t && split-file %s %t
;; RUN: wat2wasm --no-check --debug-names %t/computed.wat -o %t/computed.wasm
;; RUN: not wasm2native %t/computed.wasm --emit=llvm-ir -o %t/computed.ll 2>&1 \
;; RUN:   | FileCheck %s --check-prefix=COMPUTED
;; RUN: wat2wasm --no-check --debug-names %t/mutable.wat -o %t/mutable.wasm
;; RUN: not wasm2native %t/mutable.wasm --emit=llvm-ir -o %t/mutable.ll 2>&1 \
;; RUN:   | FileCheck %s --check-prefix=MUTABLE
;; RUN: wat2wasm --no-check --debug-names %t/type.wat -o %t/type.wasm
;; RUN: not wasm2native %t/type.wasm --emit=llvm-ir -o %t/type.ll 2>&1 \
;; RUN:   | FileCheck %s --check-prefix=TYPE
;; RUN: wat2wasm --no-check --debug-names %t/two.wat -o %t/two.wasm
;; RUN: not wasm2native %t/two.wasm --emit=llvm-ir -o %t/two.ll 2>&1 \
;; RUN:   | FileCheck %s --check-prefix=TWO

;; COMPUTED: error: constant expression required: i32.ctz is not constant
;; MUTABLE: error: constant expression required: global 0 is mutable
;; TYPE: error: type mismatch in a constant expression: expected i32, found i64
;; TWO: error: type mismatch in a constant expression: expected one value, found 2

;--- computed.wat
(module (global i32 (i32.ctz (i32.const 1))))

;--- mutable.wat
(module (import "m" "g" (global (mut i32))) (global i32 (global.get 0)))

;--- type.wat
(module (memory 1) (data (i64.const 0) "x"))

;--- two.wat
(module (global i32 (i32.const 0) (i32.const 0)))
