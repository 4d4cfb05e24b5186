;; The hash of a function type is that of its parameters and results, so that modules
;; compiled apart agree: the same in both, and another for another type.
;; RUN: rm -rf %t && split-file %s %t
;; RUN: wasm2native %t/one.wat -O0 --emit=llvm-ir -o - | grep -o '^@w2n_type_[0-9a-f]*' | sort > %t/one
;; RUN: wasm2native %t/two.wat -O0 --emit=llvm-ir -o - | grep -o '^@w2n_type_[0-9a-f]*' | sort > %t/two
;; RUN: cmp %t/one %t/two
;; RUN: wc -l %t/one | FileCheck %s
;; CHECK: 4
;--- one.wat
(module
  (func (export "a") (param i32))
  (func (export "b") (result i32) (i32.const 1))
  (func (export "c") (param funcref))
  (func (export "d") (param externref)))
;--- two.wat
(module
  (type (func (param externref)))
  (func (export "w") (type 0))
  (func (export "x") (param funcref))
  (func (export "y") (result i32) (i32.const 1))
  (func (export "z") (param i32)))
