;; A start function that traps ends the program before its entry, with a backtrace.
;; RUN: wasm2native %s -O0 -o %t
;; RUN: sh -c '%run %t; echo status $?' 2>&1 | FileCheck %s
;; CHECK:      {{^}}wasm trap: unreachable executed{{$}}
;; CHECK-NEXT: {{^}}  at 1: inner{{$}}
;; CHECK-NEXT: {{^}}  at 0: begin{{$}}
;; CHECK-NEXT: {{^}}status 134{{$}}
(module
  (global $g (mut i32) (i32.const 0))
  (start $begin)
  (func $begin (call $inner) (global.set $g (i32.const 1)))
  (func $inner
    (if (i32.eqz (global.get $g)) (then unreachable))
    (call $begin))
  (func (export "_start") (loop (br 0))))
