;; A small function is inlined into callers in other parts: the trap has no frame of its own.
;; RUN: wasm2native %s --part-size=1 -o %t
;; RUN: not %run %t 2>&1 | FileCheck %s
;; CHECK:      wasm trap: unreachable executed
;; CHECK-NEXT: {{^}}  at 0: _start{{$}}
(module
  (func (export "_start") (call $small) (call $small))
  (func $small (unreachable)))
