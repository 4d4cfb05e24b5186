;; A library's functions take an instance, which holds all state: nothing in it is a
;; variable. Its symbols begin with its name.
;; RUN: rm -rf %t && mkdir %t && cp %s %t/my-lib.wat
;; RUN: wasm2native %t/my-lib.wat -O0 --emit=llvm-ir -o - \
;; RUN:   | FileCheck %s --implicit-check-not='internal global' --implicit-check-not='private global'
;; CHECK-DAG: @w2n_module_my_lib = {{.*}}constant
;; CHECK-DAG: define internal {{[a-z]+}}cc i32 @wasm.0.f(ptr {{.*}}%0, i32 %1)
;; CHECK-DAG: call {{[a-z]+}}cc i32 @wasm.0.f(ptr %0, i32 %1)
;; CHECK-DAG: define {{.*}}i32 @my_lib_f(ptr %0, i32 %1)
(module
  (memory 1)
  (table 1 funcref)
  (global (mut i64) (i64.const -1))
  (func $f (export "f") (param i32) (result i32)
    (global.set 0 (i64.load (local.get 0)))
    (call $f (local.get 0))))
