;; A truncation traps unless the float is in the open interval around what fits, and the
;; reason tells NaN from overflow; a saturating one never traps.
;; RUN: wasm2native %s -O0 --emit=llvm-ir -o - | FileCheck %s
;; CHECK-LABEL: define {{.*}} @wasm.0.checked(
;; CHECK-DAG:   fcmp ogt double %{{.*}}, 0xC1E0000000200000
;; CHECK-DAG:   fcmp olt double %{{.*}}, 0x41E0000000000000
;; CHECK:       %[[NAN:.*]] = fcmp uno
;; CHECK-NEXT:  %[[REASON:.*]] = select i1 %[[NAN]], i32 4, i32 3
;; CHECK:       call void @w2n_trap_by_code(i32 %[[REASON]])
;; CHECK:       fptosi double
;; CHECK-LABEL: define {{.*}} @wasm.1.saturated(
;; CHECK-NOT:   w2n_trap_by_code
;; CHECK:       call i32 @llvm.fptosi.sat.i32.f64(
;; CHECK-NOT:   w2n_trap_by_code
;; CHECK:       ret i32
(module
  (func $checked (export "checked") (param f64) (result i32)
    (i32.trunc_f64_s (local.get 0)))
  (func $saturated (export "saturated") (param f64) (result i32)
    (i32.trunc_sat_f64_s (local.get 0))))
