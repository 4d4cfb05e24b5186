;; With explicit bounds one comparison holds the whole access against the size, in 64
;; bits; the base is loaded anew, since the memory may move.
;; RUN: wasm2native %s -O0 --bounds=explicit --emit=llvm-ir -o - | FileCheck %s
;; CHECK-LABEL: define {{.*}} @wasm.0.store(
;; CHECK:       %[[WIDE:.*]] = zext i32 %{{.*}} to i64
;; CHECK:       %[[SIZE:.*]] = load i64,
;; CHECK-NEXT:  %[[LIMIT:.*]] = sub i64 %[[SIZE]], 17
;; CHECK-NEXT:  %[[BAD:.*]] = icmp uge i64 %[[WIDE]], %[[LIMIT]]
;; CHECK-NEXT:  br i1 %[[BAD]], label %[[TRAP:.*]], label
;; CHECK:       [[TRAP]]:
;; CHECK-NEXT:  call void @w2n_trap_by_code(i32 5)
;; CHECK:       %[[FIRST:.*]] = add nuw i64 %[[WIDE]], 16
;; CHECK:       %[[BASE:.*]] = load ptr,
;; CHECK-NOT:   !invariant.load
;; CHECK:       getelementptr i8, ptr %[[BASE]], i64 %[[FIRST]]
;; CHECK:       store i16 %{{.*}}, ptr %{{.*}}, align 1
(module
  (memory 1)
  (func $store (export "store") (param i32 i32)
    (i32.store16 offset=16 (local.get 0) (local.get 1))))
