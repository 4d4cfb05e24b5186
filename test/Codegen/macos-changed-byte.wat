;; One changed byte anywhere in the compiled code of a signed program is found.
;; RUN: wasm2native %s --target=arm64-apple-macos --invoke=f -o %t
;; RUN: w2n-audit %t
;; RUN: %python %S/Inputs/flip-code.py %t %t.changed
;; RUN: not w2n-audit %t.changed 2>&1 | FileCheck %s
;; CHECK: {{^ *}}fail {{.*}}signature
(module (func (export "f") (param i32) (result i32) (i32.mul (local.get 0) (i32.const 3))))
