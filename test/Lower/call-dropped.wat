;; A call whose results are dropped stays, although the function only loads: the load may
;; trap.
;; RUN: wasm2native %s -O2 --emit=llvm-ir --placement=program --invoke=f -o - | FileCheck %s
;; RUN: wasm2native %s -O2 --bounds=guard --invoke=f -o %t
;; RUN: not %run %t 65533 2>&1 | FileCheck %s --check-prefix=TRAP
;; CHECK-LABEL: define {{.*}} @wasm.1.f(
;; CHECK:       load i32
;; CHECK:       ret void
;; TRAP:        wasm trap: out of bounds memory access
(module
  (memory 1)
  (func $get (param i32) (result i32 f32)
    (i32.load (local.get 0))
    (f32.const 1))
  (func $f (export "f") (param i32)
    (call $get (local.get 0))
    (drop)
    (drop)))
