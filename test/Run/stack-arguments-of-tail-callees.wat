;; The same where functions may be the callees of tail calls and so pop their arguments: fast
;; selection of instructions leaves calls of these alone.

;; REQUIRES: run-aarch64
;; RUN: wasm2native %s --target=aarch64-linux -O0 --invoke=outer -o %t.aarch64
;; RUN: %run-aarch64 %t.aarch64 7 | FileCheck %s
;; CHECK: {{^}}21{{$}}
;; CHECK-NEXT: {{^}}28{{$}}

(module
  (memory 1)
  (func $ten (param i64 i64 i64 i64 i64 i64 i64 i64 i64 i64) (result i64)
    (i64.store (i32.const 0) (local.get 9))
    (i64.add (local.get 8) (local.get 9)))
  (func (export "outer") (param $n i64) (result i64 i64)
    (local $double i64)
    (local $sum i64)
    (local.set $double (i64.shl (local.get $n) (i64.const 1)))
    (local.set $sum (call $ten (local.get $n) (local.get $n) (local.get $n) (local.get $n)
      (local.get $n) (local.get $n) (local.get $n) (local.get $n) (local.get $double)
      (local.get $n)))
    (local.get $sum)
    (i64.add (local.get $sum) (local.get $n)))
  (func (export "other") (param i64) (result i64 i64)
    (return_call 1 (local.get 0))))
