;; A memory with 32-bit addresses does not grow to the last of its 65,536 pages.
;; RUN: wasm2native %s --invoke=grow -o %t
;; RUN: %run %t 65535 | FileCheck %s --check-prefix=REFUSED
;; REFUSED: -1
;; RUN: %run %t 65534 | FileCheck %s
;; CHECK: {{^}}1{{$}}
(module
  (memory 1)
  (func (export "grow") (param i32) (result i32)
    (memory.grow (local.get 0))))
