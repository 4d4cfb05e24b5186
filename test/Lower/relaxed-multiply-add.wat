;; A relaxed multiplication and addition is fused where the CPU has an instruction for it,
;; and never where code is to be deterministic.
;; RUN: wasm2native %s --target=x86_64-linux --emit=asm -o - | FileCheck %s --check-prefix=TWICE
;; RUN: wasm2native %s --target=x86_64-linux --cpu=x86-64-v3 --emit=asm -o - \
;; RUN:   | FileCheck %s --check-prefix=FMA
;; RUN: wasm2native %s --target=aarch64-linux --emit=asm -o - | FileCheck %s --check-prefix=NEON
;; RUN: wasm2native %s --target=x86_64-linux --cpu=x86-64-v3 --deterministic --emit=asm -o - \
;; RUN:   | FileCheck %s --check-prefix=DETERMINISTIC
;; RUN: wasm2native %s --target=aarch64-linux --deterministic --emit=asm -o - \
;; RUN:   | FileCheck %s --check-prefix=DETERMINISTIC-NEON

;; TWICE-LABEL: .nmadd:
;; TWICE-NEXT: mulps
;; TWICE-NEXT: subps
;; FMA-LABEL: .nmadd:
;; FMA-NEXT: vfnmadd213ps
;; FMA-NEXT: ret
;; NEON-LABEL: .nmadd:
;; NEON: fmls
;; DETERMINISTIC-LABEL: .nmadd:
;; DETERMINISTIC-NOT: vfn
;; DETERMINISTIC: vmulps
;; DETERMINISTIC-NEON-LABEL: .nmadd:
;; DETERMINISTIC-NEON-NOT: fmls
;; DETERMINISTIC-NEON: fmul
(module
  (func $nmadd (export "nmadd") (param v128 v128 v128) (result v128)
    (f32x4.relaxed_nmadd (local.get 0) (local.get 1) (local.get 2))))
