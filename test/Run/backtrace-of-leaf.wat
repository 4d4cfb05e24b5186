;; The caller of a function that faults without having a frame is in the backtrace too.
;; REQUIRES: run-aarch64
;; RUN: wasm2native %s --invoke=outer -o %t
;; RUN: not %run %t 65536 2>&1 | FileCheck %s
;; RUN: wasm2native %s --target=aarch64-linux --invoke=outer -o %t.aarch64
;; RUN: not %run-aarch64 %t.aarch64 65536 2>&1 | FileCheck %s
;; CHECK:      {{^}}wasm trap: out of bounds memory access{{$}}
;; CHECK-NEXT: {{^}}  at 1: leaf{{$}}
;; CHECK-NEXT: {{^}}  at 0: outer{{$}}
;; CHECK-NOT:  at
(module
  (memory 1)
  (table funcref (elem $leaf))
  (func $outer (export "outer") (param i32) (result i32)
    (i32.add (i32.const 1) (call_indirect (param i32) (result i32) (local.get 0) (i32.const 0))))
  (func $leaf (param i32) (result i32)
    (i32.load (local.get 0)))
  ;; So that calls through the table remain what they are.
  (func (table.set 0 (i32.const 0) (ref.null func))))
