;; The only reference that an argument can be is null.
;; RUN: wasm2native %s --invoke=echo -o %t
;; RUN: %run %t null null | FileCheck %s
;; CHECK:      {{^}}null{{$}}
;; CHECK-NEXT: {{^}}null{{$}}
;; CHECK-NEXT: {{^}}funcref{{$}}
;; RUN: not %run %t null 1 2>&1 | FileCheck %s --check-prefix=WRONG
;; WRONG: error: '1' is not a value of type externref for 'echo'
(module
  (func $echo (export "echo") (param funcref externref) (result externref funcref funcref)
    (local.get 1)
    (local.get 0)
    (ref.func $echo)))
