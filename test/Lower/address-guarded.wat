;; A guarded address is the 32-bit operand, zero-extended, plus the offset: no comparison,
;; and no sum that could wrap.
;; RUN: wasm2native %s -O0 --bounds=guard --emit=llvm-ir -o - | FileCheck %s
;; CHECK-LABEL: define {{.*}} @wasm.0.load(
;; CHECK-NOT:   icmp
;; CHECK:       %[[WIDE:.*]] = zext i32 %{{.*}} to i64
;; CHECK-NEXT:  %[[END:.*]] = add nuw i64 %[[WIDE]], 4294967295
;; CHECK:       %[[BASE:.*]] = load ptr, {{.*}} !invariant.load
;; CHECK-NEXT:  %[[AT:.*]] = getelementptr i8, ptr %[[BASE]], i64 %[[END]]
;; CHECK-NEXT:  load i64, ptr %[[AT]], align 1
;; CHECK-NOT:   icmp
;; CHECK:       ret i64
(module
  (memory 1)
  (func $load (export "load") (param i32) (result i64)
    (i64.load offset=4294967295 (local.get 0))))
