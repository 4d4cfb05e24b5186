;; Accesses are plain, so that LLVM can move and combine them: these two loads become one.
;; RUN: wasm2native %s -O0 --emit=llvm-ir -o - | FileCheck %s --check-prefix=PLAIN
;; RUN: wasm2native %s -O2 --emit=llvm-ir -o - | FileCheck %s --check-prefix=ONE
;; PLAIN-NOT: volatile
;; ONE-LABEL: define {{.*}} @wasm.0.twice(
;; ONE:       load i32
;; ONE-NOT:   load i32
;; ONE:       ret i32
(module
  (memory 1)
  (func $twice (export "twice") (param i32) (result i32)
    (i32.mul (i32.load (local.get 0)) (i32.load (local.get 0)))))
