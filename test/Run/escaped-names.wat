;; A name can do nothing to the terminal that a backtrace is printed on.
;; RUN: wasm2native %s -o %t
;; RUN: not %run %t 2>&1 | FileCheck %s
;; CHECK: {{^}}  at 0: a\1b[31m\9bé{{$}}
(module
  (global $count (mut i32) (i32.const 0))
  (table funcref (elem 0))
  (func (export "a\1b[31m\c2\9b\c3\a9") unreachable)
  (func (export "_start")
    (call_indirect (i32.const 0))
    (global.set $count (i32.const 1)))
  ;; So that calls through the table remain what they are.
  (func (table.set 0 (i32.const 0) (ref.null func))))
