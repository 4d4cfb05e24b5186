;; A reactor's _initialize runs once, before the export that is invoked; before it the start
;; function.
;; RUN: wasm2native %s --invoke=get -o %t
;; RUN: %run %t | FileCheck %s
;; CHECK: {{^}}11{{$}}
(module
  (global $count (mut i32) (i32.const 0))
  (start $begin)
  (func $begin (global.set $count (i32.const 10)))
  (func (export "_initialize") (global.set $count (i32.add (global.get $count) (i32.const 1))))
  (func (export "get") (result i32) (global.get $count)))
