;; Loads that widen, repeat or pick lanes are one instruction with its address.
;; RUN: wasm2native %s --target=x86_64-linux --cpu=x86-64-v3 --emit=asm -o - | FileCheck %s
(module
  (memory 1)
  (func $extend (export "extend") (param i32) (result v128)
    (v128.load16x4_s (local.get 0)))
  ;; CHECK-LABEL: .extend:
  ;; CHECK: vpmovsxwd ({{.*}}), %xmm0
  ;; CHECK-NEXT: ret
  (func $splat (export "splat") (param i32) (result v128)
    (v128.load8_splat (local.get 0)))
  ;; CHECK-LABEL: .splat:
  ;; CHECK: vpbroadcastb ({{.*}}), %xmm0
  ;; CHECK-NEXT: ret
  (func $lane (export "lane") (param i32 v128) (result v128)
    (v128.load32_lane 2 (local.get 0) (local.get 1)))
  ;; CHECK-LABEL: .lane:
  ;; CHECK: vpinsrd $2, ({{.*}}), %xmm0, %xmm0
  ;; CHECK-NEXT: ret
  (func $store_lane (export "store_lane") (param i32 v128)
    (v128.store16_lane 5 (local.get 0) (local.get 1)))
  ;; CHECK-LABEL: .store_lane:
  ;; CHECK: vpextrw $5, %xmm0, ({{.*}})
  ;; CHECK-NEXT: ret
  )
