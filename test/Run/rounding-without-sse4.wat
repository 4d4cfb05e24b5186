;; A CPU without instructions for rounding gets it from the runtime.
;; REQUIRES: x86_64
;; RUN: wasm2native %s --cpu=x86-64 --invoke=round -o %t
;; RUN: llvm-nm %t | FileCheck %s --check-prefix=CALLS
;; CALLS: roundeven
;; RUN: %run %t -2.5 -2.5 | FileCheck %s --check-prefix=MINUS
;; MINUS:      {{^}}-3{{$}}
;; MINUS-NEXT: {{^}}-2{{$}}
;; MINUS-NEXT: {{^}}-2{{$}}
;; MINUS-NEXT: {{^}}-2{{$}}
;; MINUS-NEXT: {{^}}-3{{$}}
;; MINUS-NEXT: {{^}}-2{{$}}
;; MINUS-NEXT: {{^}}-2{{$}}
;; MINUS-NEXT: {{^}}-2{{$}}
;; RUN: %run %t -0.25 4503599627370497.5 | FileCheck %s --check-prefix=ZERO
;; ZERO:      {{^}}-1{{$}}
;; ZERO-NEXT: {{^}}-0{{$}}
;; ZERO-NEXT: {{^}}-0{{$}}
;; ZERO-NEXT: {{^}}-0{{$}}
;; ZERO-NEXT: {{^}}4503599627370498{{$}}
(module
  (func (export "round") (param f32 f64) (result f32 f32 f32 f32 f64 f64 f64 f64)
    (f32.floor (local.get 0))
    (f32.ceil (local.get 0))
    (f32.trunc (local.get 0))
    (f32.nearest (local.get 0))
    (f64.floor (local.get 1))
    (f64.ceil (local.get 1))
    (f64.trunc (local.get 1))
    (f64.nearest (local.get 1))))
