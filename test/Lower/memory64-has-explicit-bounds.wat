;; A guarded module compares the addresses of a 64-bit memory, and only those.
;; RUN: wasm2native %s --bounds=guard --placement=library --emit=llvm-ir -O0 -o - | FileCheck %s
;; CHECK-LABEL: @wasm.0.narrow(
;; CHECK-NOT: icmp
;; CHECK: ret i32
;; CHECK-LABEL: @wasm.1.wide(
;; CHECK: %[[STARTS:[0-9]+]] = sub i64 %{{[0-9]+}}, 19
;; CHECK: icmp uge i64 %{{[0-9]+}}, %[[STARTS]]
;; CHECK-LABEL: @wasm.2.beyond.the.minimum(
;; CHECK: call i64 @llvm.usub.sat.i64(i64 %{{[0-9]+}}, i64 65537)
(module
  (memory $narrow 1)
  (memory $wide i64 1)
  (func (export "narrow") (param i32) (result i32)
    (i32.load $narrow offset=16 (local.get 0)))
  (func (export "wide") (param i64) (result i32)
    (i32.load $wide offset=16 (local.get 0)))
  (func (export "beyond.the.minimum") (param i64) (result i32)
    (i32.load8_u $wide offset=65537 (local.get 0))))
