;; The usage message names the types of the parameters.
;; RUN: wasm2native %s --invoke=mix -o %t
;; RUN: sh -c '%run %t 1 2; echo status $?' 2>&1 | FileCheck %s
;; CHECK:      error: wrong number of arguments for 'mix'
;; CHECK-NEXT: usage: {{.*}} i32 i64 f32 f64 externref
;; CHECK-NEXT: status 1
(module
  (func (export "mix") (param i32 i64 f32 f64 externref)))
