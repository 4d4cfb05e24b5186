;; Checks that no other implies are made.
;; RUN: wasm2native %s --bounds=explicit --placement=library --emit=llvm-ir -o - | FileCheck %s
(module
  (memory 1)

  ;; Of a higher address, if something can be seen between the two.
  ;; CHECK-LABEL: define {{.*}}@wasm.0.higher
  ;; CHECK: add {{.*}}i64 %{{.*}}, -3
  ;; CHECK: call {{.*}}@w2n_memory_grow(
  ;; CHECK: add {{.*}}i64 %{{.*}}, -11
  ;; CHECK: ret i32
  (func $higher (export "higher") (param i32) (result i32)
    (i32.store (local.get 0) (i32.const 1))
    (drop (memory.grow (i32.const 1)))
    (i32.load offset=8 (local.get 0)))

  ;; Of a lower address, which may wrap.
  ;; CHECK-LABEL: define {{.*}}@wasm.1.below
  ;; CHECK: add {{.*}}i64 %{{.*}}, -3
  ;; CHECK: call {{.*}}@w2n_memory_grow(
  ;; CHECK: icmp ugt i64
  ;; CHECK: ret i32
  (func $below (export "below") (param i32) (result i32)
    (i32.store (local.get 0) (i32.const 1))
    (drop (memory.grow (i32.const 1)))
    (i32.load (i32.sub (local.get 0) (i32.const 8))))

  ;; On another way.
  ;; CHECK-LABEL: define {{.*}}@wasm.2.beside
  ;; CHECK-COUNT-2: icmp ugt i64 %{{.*}}, %{{.*}}
  ;; CHECK: ret i32
  (func $beside (export "beside") (param i32 i32) (result i32)
    (if (local.get 1) (then (i32.store offset=16 (local.get 0) (i32.const 1))))
    (i32.load offset=8 (local.get 0)))

  ;; A table that begins near the end of the first page.
  ;; CHECK-LABEL: define {{.*}}@wasm.3.masked
  ;; CHECK: call void @w2n_trap_by_code(i32 5)
  ;; CHECK: ret i32
  (func $masked (export "masked") (param i32) (result i32)
    (i32.load offset=64516
      (i32.shl (i32.and (local.get 0) (i32.const 255)) (i32.const 2)))))
