;; What a function keeps at p and p + 64 has addresses that share a register, in code without
;; loops too.
;; RUN: wasm2native %s --target=x86_64-linux --emit=asm -o - | FileCheck %s
;; RUN: wasm2native %s -O1 --target=x86_64-linux --emit=asm -o - | FileCheck %s
;; CHECK-LABEL: wasm.0.keep:
;; CHECK:       movq {{.*}}, (%[[BASE:r..]],%[[P:r..]])
;; CHECK-NEXT:  movq {{.*}}, 72(%[[BASE]],%[[P]])
(module
  (memory 1)
  (func $keep (export "keep") (param $p i32) (param $a i64) (param $b i64)
    (i64.store (local.get $p) (local.get $a))
    (i64.store offset=8 (i32.add (local.get $p) (i32.const 64)) (local.get $b))))
