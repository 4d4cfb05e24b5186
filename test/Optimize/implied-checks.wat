;; A check of explicit bounds is dropped where another before it, or the address itself, tells
;; that it holds.
;; RUN: wasm2native %s --bounds=explicit --placement=library --emit=llvm-ir -o - | FileCheck %s
(module
  (memory 1)
  (global $g (mut i32) (i32.const 0))

  ;; CHECK-LABEL: define {{.*}}@wasm.0.lower
  ;; CHECK: add {{.*}}i64 %{{.*}}, -19
  ;; CHECK-NOT: add {{.*}}i64 %{{.*}}, -{{(3|7|11|15)$}}
  ;; CHECK: ret i32
  (func $lower (export "lower") (param i32) (result i32)
    (i32.store offset=16 (local.get 0) (i32.const 1))
    (i32.load (local.get 0)))

  ;; What is computed from the checked address is so too.
  ;; CHECK-LABEL: define {{.*}}@wasm.1.between
  ;; CHECK: %[[P:.*]] = zext i32 %1 to i64
  ;; CHECK: add {{.*}}i64 %{{.*}}, -19
  ;; CHECK: icmp
  ;; CHECK-NOT: icmp
  ;; CHECK: add nuw nsw i64 %[[P]], 8
  ;; CHECK-NOT: icmp
  ;; CHECK: ret i32
  (func $between (export "between") (param i32) (result i32)
    (i32.store offset=16 (local.get 0) (i32.const 1))
    (i32.load (i32.add (local.get 0) (i32.const 8))))

  ;; A table of 256 words ends before the first page does.
  ;; CHECK-LABEL: define {{.*}}@wasm.2.masked
  ;; CHECK-NOT: call void @w2n_trap_by_code(i32 5)
  ;; CHECK: ret i32
  (func $masked (export "masked") (param i32) (result i32)
    (i32.load offset=1024
      (i32.shl (i32.and (local.get 0) (i32.const 255)) (i32.const 2))))

  ;; The memory may have grown since, but has not become smaller.
  ;; CHECK-LABEL: define {{.*}}@wasm.3.after.growing
  ;; CHECK: call void @w2n_trap_by_code(i32 5)
  ;; CHECK: call {{.*}}@w2n_memory_grow
  ;; CHECK-NOT: icmp
  ;; CHECK: ret i32
  (func $after.growing (export "after.growing") (param i32) (result i32)
    (i32.store (local.get 0) (i32.const 1))
    (drop (memory.grow (i32.const 1)))
    (i32.load (local.get 0))))
