;; In a memory that may have 4 GiB, p + 8 may be inside after it wraps, though p is inside too.
;; RUN: wasm2native %s --bounds=explicit --placement=library --emit=llvm-ir -o - | FileCheck %s
;; CHECK-LABEL: define {{.*}}@wasm.0.neighbours
;; CHECK: add {{.*}}i64 %{{.*}}, -3
;; CHECK-COUNT-2: icmp ugt i64
;; CHECK: ret void
(module
  (memory (import "env" "memory") 1)
  (func $neighbours (export "neighbours") (param i32)
    (i32.store (local.get 0) (i32.const 1))
    (i32.store (i32.add (local.get 0) (i32.const 8)) (i32.const 2))))
