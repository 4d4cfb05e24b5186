;; A program for macOS that is compiled for several CPUs has their versions, and runs those of this
;; machine.
;; REQUIRES: run-macos-x86_64
;; RUN: wasm2native %s --target=x86_64-apple-macos --cpu=x86-64-v2,x86-64-v3,x86-64-v4 --invoke=sum -o %t
;; RUN: %run-macos-x86_64 %t 1000 | FileCheck %s
;; RUN: wasm2native %s --target=x86_64-apple-macos --cpu=x86-64-v2,x86-64-v3,x86-64-v4 --emit=asm -o - | FileCheck %s --check-prefix=ASM
;; RUN: w2n-audit %t
;; CHECK: {{^}}499500{{$}}
;; ASM: "_wasm.0.sum.x86-64-v4":
(module
  (func (export "sum") (param $count i32) (result f64)
    (local $at i32) (local $sum f64)
    (loop $next
      (local.set $sum (f64.add (local.get $sum) (f64.convert_i32_u (local.get $at))))
      (br_if $next
        (i32.ne (local.tee $at (i32.add (local.get $at) (i32.const 1))) (local.get $count))))
    (local.get $sum)))
