;; Recursion without end is a trap in both bounds modes; of a long backtrace the two ends
;; are shown.
;; RUN: wasm2native %s --bounds=guard -o %t.guard
;; RUN: not %run %t.guard 2>&1 | FileCheck %s
;; RUN: wasm2native %s --bounds=explicit -o %t.explicit
;; RUN: not %run %t.explicit 2>&1 | FileCheck %s
;; CHECK:           {{^}}wasm trap: call stack exhausted{{$}}
;; CHECK-COUNT-32:  at 0: descend
;; CHECK-NEXT:      {{^}}  ... {{[0-9]+}} more{{$}}
;; CHECK:           at 0: descend
;; CHECK:           {{^}}  at 1: _start{{$}}
;; CHECK-NOT:       at
(module
  (global $depth (mut i32) (i32.const 0))
  (func $descend
    (global.set $depth (i32.add (global.get $depth) (i32.const 1)))
    (call $descend)
    (global.set $depth (i32.sub (global.get $depth) (i32.const 1))))
  (func (export "_start")
    (call $descend)
    (global.set $depth (i32.const 0))))
