;; A multiplication and an addition are rounded twice on CPUs that could fuse them.
;; RUN: wasm2native %s -O3 --target=arm64-apple-macos --emit=asm -o - \
;; RUN:   | FileCheck %s --implicit-check-not=fmadd --implicit-check-not=fmla
;; RUN: wasm2native %s -O3 --target=x86_64-linux --cpu=x86-64-v3 --emit=asm -o - \
;; RUN:   | FileCheck %s --implicit-check-not=vfmadd
;; CHECK: {{fmul|vmulsd}}
;; CHECK: {{fadd|vaddsd}}
(module
  (func (export "f") (param f64 f64 f64) (result f64)
    (f64.add (f64.mul (local.get 0) (local.get 1)) (local.get 2))))
