;; On AArch64 too a program takes the functions for the best CPU of a list.
;; REQUIRES: qemu-aarch64
;; RUN: wasm2native %s --target=aarch64-linux --cpu=generic,neoverse-n1 --bounds=explicit --invoke=sum -o %t
;; RUN: qemu-aarch64 -cpu cortex-a57 -d in_asm -D %t.log %t 1000 | FileCheck %s
;; RUN: FileCheck %s --check-prefix=GENERIC --input-file=%t.log
;; RUN: qemu-aarch64 -cpu neoverse-n1 -d in_asm -D %t.log %t 1000 | FileCheck %s
;; RUN: FileCheck %s --check-prefix=N1 --input-file=%t.log
;; CHECK: {{^}}499500{{$}}
;; GENERIC-NOT: IN: {{.*}}neoverse-n1
;; GENERIC:     IN: {{.*}}sum.generic
;; GENERIC-NOT: IN: {{.*}}neoverse-n1
;; N1-NOT: IN: {{.*}}sum.generic
;; N1:     IN: {{.*}}sum.neoverse-n1
(module
  (memory 1)
  (func (export "sum") (param $count i32) (result f64)
    (local $at i32) (local $sum f64)
    (loop $next
      (f64.store (i32.shl (local.get $at) (i32.const 3)) (f64.convert_i32_u (local.get $at)))
      (local.set $sum (f64.add (local.get $sum)
        (f64.load (i32.shl (local.get $at) (i32.const 3)))))
      (br_if $next
        (i32.ne (local.tee $at (i32.add (local.get $at) (i32.const 1))) (local.get $count))))
    (local.get $sum)))
