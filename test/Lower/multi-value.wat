;; Two results are a struct, in registers; more are written to a buffer of the caller, which
;; is what C callers give.
;; RUN: wasm2native %s -O0 --emit=llvm-ir -o - | FileCheck %s
;; CHECK-DAG: define internal {{[a-z]+}}cc { i64, i32 } @wasm.0.two(ptr {{.*}}%0, i32 %1)
;; CHECK-DAG: define internal {{[a-z]+}}cc void @wasm.1.three(ptr {{.*}}%0, ptr %1, i32 %2)
;; CHECK-DAG: define {{.*}}void @multi_value_two(ptr %0, i32 %1, ptr %2)
;; CHECK-DAG: define {{.*}}void @multi_value_three(ptr %0, i32 %1, ptr %2)
(module
  (func $two (export "two") (param i32) (result i64 i32)
    (i64.const 1) (local.get 0))
  (func $three (export "three") (param i32) (result i64 f32 i32)
    (i64.const 1) (f32.const 2) (local.get 0)))
