;; Deterministic code makes the NaN of every operation canonical, but not what moves bits.
;; RUN: wasm2native %s --deterministic --emit=llvm-ir -o - | FileCheck %s
;; RUN: wasm2native %s --emit=llvm-ir -o - | FileCheck %s --check-prefix=DEFAULT
;; DEFAULT-NOT: fcmp uno
(module
  (func $scalar (export "scalar") (param f64 f64) (result f64)
    (f64.div (local.get 0) (local.get 1)))
  ;; CHECK-LABEL: @wasm.0.scalar(
  ;; CHECK: [[QUOTIENT:%.*]] = fdiv double
  ;; CHECK: [[NAN:%.*]] = fcmp uno double [[QUOTIENT]], 0.0
  ;; CHECK: select i1 [[NAN]], double 0x7FF8000000000000, double [[QUOTIENT]]
  (func $demote (export "demote") (param f64) (result f32)
    (f32.demote_f64 (local.get 0)))
  ;; CHECK-LABEL: @wasm.1.demote(
  ;; CHECK: fcmp uno float
  (func $vector (export "vector") (param v128) (result v128)
    (f32x4.ceil (local.get 0)))
  ;; CHECK-LABEL: @wasm.2.vector(
  ;; CHECK: fcmp uno <4 x float>
  ;; CHECK: select <4 x i1> {{.*}} splat (float 0x7FF8000000000000)
  (func $negate (export "negate") (param v128) (result v128)
    (f32x4.neg (local.get 0)))
  ;; CHECK-LABEL: @wasm.3.negate(
  ;; CHECK-NOT: fcmp
  ;; CHECK: ret
  )
