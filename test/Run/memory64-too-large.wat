;; A memory that the system has no room for is a trap at the start.
;; RUN: wasm2native %s --invoke=size -o %t
;; RUN: not %run %t 2>&1 | FileCheck %s
;; CHECK: wasm trap: the system has no memory for this instance
(module
  (memory i64 0x1000000000000)
  (func (export "size") (result i64) (memory.size)))
