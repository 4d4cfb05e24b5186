;; --cpu and --cpu-features choose the instructions.
;; RUN: wasm2native %s --target=x86_64-linux --emit=asm -o - | FileCheck %s --check-prefix=V2
;; RUN: wasm2native %s --target=x86_64-linux --cpu=x86-64-v3 --emit=asm -o - | FileCheck %s --check-prefix=V3
;; RUN: wasm2native %s --target=x86_64-linux --cpu-features=+bmi2 --emit=asm -o - | FileCheck %s --check-prefix=BMI2
;; RUN: wasm2native %s --target=x86_64-linux --cpu=x86-64 --emit=asm -o - | FileCheck %s --check-prefix=V1
;; V1-LABEL:   wasm.0.shift:
;; V1:         shlq %cl
;; V1-LABEL:   wasm.1.count:
;; V1-NOT:     popcnt
;; V2-LABEL:   wasm.0.shift:
;; V2:         shlq %cl
;; V2-LABEL:   wasm.1.count:
;; V2:         popcntq
;; V3-LABEL:   wasm.0.shift:
;; V3:         shlxq
;; BMI2-LABEL: wasm.0.shift:
;; BMI2:       shlxq
(module
  (func $shift (export "shift") (param i64 i64) (result i64)
    (i64.shl (local.get 0) (local.get 1)))
  (func $count (export "count") (param i64) (result i64)
    (i64.popcnt (local.get 0))))
