;; Results that cannot be written are an error.
;; REQUIRES: linux
;; RUN: wasm2native %s --invoke=answer -o %t
;; RUN: sh -c '%run %t > /dev/full; echo status $?' 2>&1 | FileCheck %s
;; CHECK: {{[^ ]}}: cannot write the results{{$}}
;; CHECK-NEXT: status 1
(module (func (export "answer") (result i32) (i32.const 42)))
