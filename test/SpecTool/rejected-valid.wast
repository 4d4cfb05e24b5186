;; A module that is not valid fails with our diagnostic, and so does all that needs it.

;; RUN: %script %s -o %t.json --no-check
;; RUN: w2n-spectest %t.json -o %t
;; RUN: not %run %t | FileCheck %s

(module (func (export "one") (result i32) i32.const 1))
;; CHECK: wast:[[#@LINE+1]]: failed: {{.*}}.1.wasm:0x{{.*}}: error: type mismatch
(module (func (export "one") (result i32) i64.const 1))
;; CHECK: wast:[[#@LINE+1]]: failed: one belongs to a module that has no instance
(assert_return (invoke "one") (i32.const 1))
;; CHECK: wast:[[#@LINE+1]]: failed: there is no instance to register
(register "M")
;; CHECK: passed 1 of 4
