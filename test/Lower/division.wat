;; Division checks for zero and, signed, for a quotient that does not fit; the remainder of
;; the least integer by -1 is computed as one by 1.
;; RUN: wasm2native %s -O0 --emit=llvm-ir -o - | FileCheck %s
;; CHECK-LABEL: define {{.*}} @wasm.0.div_s(
;; CHECK:       %[[ZERO:.*]] = icmp eq i32 %[[RIGHT:.*]], 0
;; CHECK-NEXT:  br i1 %[[ZERO]]
;; CHECK:       call void @w2n_trap_by_code(i32 2)
;; CHECK:       icmp eq i32 %{{.*}}, -2147483648
;; CHECK:       icmp eq i32 %[[RIGHT]], -1
;; CHECK:       call void @w2n_trap_by_code(i32 3)
;; CHECK:       sdiv i32
;; CHECK-LABEL: define {{.*}} @wasm.1.div_u(
;; CHECK-NOT:   w2n_trap_by_code(i32 3)
;; CHECK:       call void @w2n_trap_by_code(i32 2)
;; CHECK-NOT:   w2n_trap_by_code(i32 3)
;; CHECK:       udiv i64
;; CHECK-LABEL: define {{.*}} @wasm.2.rem_s(
;; CHECK:       %[[MINUS:.*]] = icmp eq i64 %[[BY:.*]], -1
;; CHECK-NEXT:  %[[SAFE:.*]] = select i1 %[[MINUS]], i64 1, i64 %[[BY]]
;; CHECK-NEXT:  srem i64 %{{.*}}, %[[SAFE]]
(module
  (func $div_s (export "div_s") (param i32 i32) (result i32)
    (i32.div_s (local.get 0) (local.get 1)))
  (func $div_u (export "div_u") (param i64 i64) (result i64)
    (i64.div_u (local.get 0) (local.get 1)))
  (func $rem_s (export "rem_s") (param i64 i64) (result i64)
    (i64.rem_s (local.get 0) (local.get 1))))
