;; The same reasons on 64-bit Arm: a fault, a check, and a call of the runtime.
;; REQUIRES: run-aarch64
;; RUN: wasm2native %s --target=aarch64-linux --invoke=load -o %t
;; RUN: not %run-aarch64 %t 65533 2>&1 | FileCheck %s --check-prefix=LOAD
;; RUN: wasm2native %s --target=aarch64-linux --invoke=divide -O0 -o %t
;; RUN: not %run-aarch64 %t 0 2>&1 | FileCheck %s --check-prefix=DIVIDE
;; RUN: wasm2native %s --target=aarch64-linux --invoke=recurse -o %t
;; RUN: not %run-aarch64 %t 0 2>&1 | FileCheck %s --check-prefix=RECURSE
;; LOAD:         wasm trap: out of bounds memory access
;; LOAD-NEXT:    at 0: load
;; DIVIDE:       wasm trap: integer divide by zero
;; DIVIDE-NEXT:  at 1: divide
;; RECURSE:      wasm trap: call stack exhausted
;; RECURSE-NEXT: at 2: recurse
(module
  (memory 1)
  (func (export "load") (param i32) (result i32) (i32.load (local.get 0)))
  (func (export "divide") (param i32) (result i32) (i32.div_s (i32.const 1) (local.get 0)))
  (func $recurse (export "recurse") (param i32) (result i32)
    (i32.add (i32.const 1) (call $recurse (i32.add (local.get 0) (i32.const 1))))))
