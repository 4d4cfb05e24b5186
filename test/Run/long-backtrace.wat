;; Of a long backtrace the 32 innermost and the 8 outermost functions of the module are shown, and
;; how many there are between.
;; RUN: wasm2native %s -o %t
;; RUN: not %run %t 2>&1 | FileCheck %s
;; CHECK:          {{^}}wasm trap: unreachable executed{{$}}
;; CHECK-COUNT-32: {{^}}  at 0: descend{{$}}
;; CHECK-NEXT:     {{^}}  ... 62 more{{$}}
;; CHECK-COUNT-7:  {{^}}  at 0: descend{{$}}
;; CHECK-NEXT:     {{^}}  at 1: _start{{$}}
;; CHECK-NOT:      {{.}}
(module
  (global $depth (mut i32) (i32.const 0))
  (func $descend
    (global.set $depth (i32.add (global.get $depth) (i32.const 1)))
    (if (i32.gt_u (global.get $depth) (i32.const 100))
      (then unreachable))
    (call $descend)
    (global.set $depth (i32.sub (global.get $depth) (i32.const 1))))
  (func (export "_start")
    (call $descend)
    (global.set $depth (i32.const 7))))
