;; A load that reaches out of the memory traps also where the module uses only a part of it
;; that is inside, and where it uses nothing.
;; RUN: wasm2native %s --invoke=lane -o %t.lane
;; RUN: %run %t.lane 65520 | FileCheck %s --check-prefix=INSIDE
;; RUN: not %run %t.lane 65524 2>&1 | FileCheck %s
;; RUN: wasm2native %s --invoke=half -o %t.half
;; RUN: %run %t.half 65520 | FileCheck %s --check-prefix=INSIDE
;; RUN: not %run %t.half 65524 2>&1 | FileCheck %s
;; RUN: wasm2native %s --invoke=nothing -o %t.nothing
;; RUN: %run %t.nothing 65520 | FileCheck %s --check-prefix=INSIDE
;; RUN: not %run %t.nothing 65521 2>&1 | FileCheck %s
;; RUN: wasm2native %s --invoke=wrap -o %t.wrap
;; RUN: %run %t.wrap 65528 | FileCheck %s --check-prefix=INSIDE
;; RUN: not %run %t.wrap 65532 2>&1 | FileCheck %s
;; INSIDE: {{^}}0{{$}}
;; CHECK: wasm trap: out of bounds memory access
(module
  (memory 1 1)
  (func (export "lane") (param i32) (result i32)
    (i32x4.extract_lane 0 (v128.load (local.get 0))))
  (func (export "half") (param i32) (result i32)
    (i32x4.extract_lane 3 (i32x4.extend_low_i16x8_s (v128.load (local.get 0)))))
  (func (export "nothing") (param i32) (result i32)
    (drop (v128.load (local.get 0)))
    (i32.const 0))
  (func (export "wrap") (param i32) (result i32)
    (i32.wrap_i64 (i64.load (local.get 0)))))
