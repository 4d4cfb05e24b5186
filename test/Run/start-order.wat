;; Segments are written before the start function runs, and that runs before the entry.
;; RUN: wasm2native %s --invoke=get -o %t
;; RUN: %run %t | FileCheck %s
;; CHECK: {{^}}4243{{$}}
(module
  (memory 1)
  (global $seen (mut i32) (i32.const 0))
  (data (i32.const 8) "\2a")
  (start $begin)
  (func $begin (global.set $seen (i32.mul (i32.load8_u (i32.const 8)) (i32.const 101))))
  (func (export "get") (result i32) (i32.add (global.get $seen) (i32.const 1))))
