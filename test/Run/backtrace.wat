;; A trap names the functions it came through, the innermost first, whichever of them have
;; a frame. A function without a name is told by its export or its number.
;; RUN: wasm2native %s -o %t
;; RUN: sh -c '%run %t; echo status $?' 2>&1 | FileCheck %s
;; CHECK:      {{^}}wasm trap: unreachable executed{{$}}
;; CHECK-NEXT: {{^}}  at 2: innermost{{$}}
;; CHECK-NEXT: {{^}}  at 1{{$}}
;; CHECK-NEXT: {{^}}  at 0: _start{{$}}
;; CHECK-NEXT: {{^}}status 134{{$}}
(module
  (global $count (mut i32) (i32.const 0))
  (table funcref (elem 1 $innermost))
  (func (export "_start")
    (call_indirect (i32.const 0))
    (global.set $count (i32.const 1)))
  (func
    (call_indirect (i32.const 1))
    (global.set $count (i32.const 2)))
  (func $innermost
    unreachable)
  ;; So that calls through the table remain what they are.
  (func (table.set 0 (i32.const 0) (ref.null func))))
