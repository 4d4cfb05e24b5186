;; The NaN that a CPU makes has a sign of the CPU's choice; a deterministic program's is
;; positive and canonical, whatever NaNs go in.
;; REQUIRES: run-aarch64
;; RUN: wasm2native %s --deterministic --invoke=all -o %t
;; RUN: %run %t 0 -nan:0x1234 | FileCheck %s
;; RUN: wasm2native %s --deterministic --invoke=all -O0 -o %t.O0
;; RUN: %run %t.O0 0 -nan:0x1234 | FileCheck %s
;; RUN: wasm2native %s --deterministic --target=aarch64-linux --invoke=all -o %t.aarch64
;; RUN: %run-aarch64 %t.aarch64 0 -nan:0x1234 | FileCheck %s
;; CHECK:      {{^}}nan{{$}}
;; CHECK-NEXT: {{^}}nan{{$}}
;; CHECK-NEXT: {{^}}nan{{$}}
;; CHECK-NEXT: {{^}}nan{{$}}
;; CHECK-NEXT: {{^}}nan{{$}}
;; CHECK-NEXT: {{^}}-nan:0x1234{{$}}
(module
  (func (export "all") (param $zero f64) (param $nan f64)
    (result f64 f64 f64 f32 f64 f64)
    (f64.div (local.get $zero) (local.get $zero))
    (f64.max (local.get $nan) (local.get $zero))
    (f64.nearest (local.get $nan))
    (f32.demote_f64 (local.get $nan))
    (f64x2.extract_lane 1 (f64x2.mul (f64x2.splat (local.get $nan)) (v128.const f64x2 1 1)))
    (f64x2.extract_lane 1 (f64x2.pmin (f64x2.splat (local.get $nan))
                                      (f64x2.splat (local.get $zero))))))
