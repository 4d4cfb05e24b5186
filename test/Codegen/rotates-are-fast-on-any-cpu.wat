;; A level of x86-64 says nothing of who made the CPU: code for it rotates by rol, and not by
;; the shld that is fast on some.
;; RUN: wasm2native %s --target=x86_64-linux --emit=asm -o - | FileCheck %s
;; RUN: wasm2native %s --target=x86_64-linux --cpu=x86-64-v3 --emit=asm -o - | FileCheck %s
;; CHECK-LABEL: wasm.0.mix:
;; CHECK-NOT:   shld
;; CHECK:       {{rol|rorx}}l
(module
  (func $mix (export "mix") (param i32 i32) (result i32)
    (i32.rotl (i32.add (local.get 0) (local.get 1)) (i32.const 7))))
