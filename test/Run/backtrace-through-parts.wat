;; A backtrace names functions of all parts that a module is compiled in.
;; RUN: wasm2native %s -O0 --part-size=1 -o %t
;; RUN: not %run %t 2>&1 | FileCheck %s
;; CHECK:      {{^}}wasm trap: unreachable executed{{$}}
;; CHECK-NEXT: {{^}}  at 2: innermost{{$}}
;; CHECK-NEXT: {{^}}  at 0: middle{{$}}
;; CHECK-NEXT: {{^}}  at 1: _start{{$}}
;; CHECK-NOT:  at
(module
  (func $middle (call $innermost))
  (func (export "_start") (call $middle))
  (func $innermost (unreachable)))
