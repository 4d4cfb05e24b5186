;; The start function's exception ends a program before its entry.
;; RUN: wasm2native %s -o %t
;; RUN: not %run %t 2>&1 | FileCheck %s
;; CHECK: {{^}}wasm trap: uncaught exception: early{{$}}
(module
  (tag $early (export "early"))
  (func $begin (throw $early))
  (start $begin)
  (func (export "_start") (unreachable)))
