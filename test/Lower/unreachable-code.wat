;; What stands behind a branch is not compiled, whatever it is, up to the end or else of
;; its block.
;; RUN: wasm2native %s -O0 --emit=llvm-ir -o - | FileCheck %s
;; RUN: wasm2native %s --invoke=f -o %t
;; RUN: %run %t 0 | FileCheck %s --check-prefix=ELSE
;; RUN: %run %t 1 | FileCheck %s --check-prefix=THEN
;; CHECK-LABEL: define {{.*}} @wasm.0.f(
;; CHECK-NOT:   sdiv
;; CHECK:       ret i32
;; THEN: {{^}}7{{$}}
;; ELSE: {{^}}8{{$}}
(module
  (func $f (export "f") (param i32) (result i32)
    (if (result i32) (local.get 0)
      (then
        (br 1 (i32.const 7))
        (i32.div_s)
        (block (param i32) (result i32) (loop (unreachable) (i32.div_s) (drop)))
        (if (result i32) (then (i32.const 1)) (else (i32.const 2))))
      (else (return (i32.const 8)) (i32.div_s)))))
