;; A program that is compiled for several CPUs takes the functions for the best one that the machine
;; is, and gives the same results on all.
;; REQUIRES: qemu-x86_64
;; RUN: wasm2native %s --target=x86_64-linux --cpu=x86-64-v2,x86-64-v3 --bounds=explicit --invoke=sum -o %t
;; RUN: qemu-x86_64 -cpu Nehalem -d in_asm -D %t.log %t 1000 | FileCheck %s
;; RUN: FileCheck %s --check-prefix=V2 --input-file=%t.log
;; RUN: qemu-x86_64 -cpu Haswell -d in_asm -D %t.log %t 1000 2>%t.err | FileCheck %s
;; RUN: FileCheck %s --check-prefix=V3 --input-file=%t.log
;; In parts, and below the first CPU.
;; RUN: wasm2native %s --target=x86_64-linux --cpu=x86-64-v2,x86-64-v3 --bounds=explicit --invoke=sum --part-size=1 -o %t
;; RUN: qemu-x86_64 -cpu Haswell -d in_asm -D %t.log %t 1000 2>%t.err | FileCheck %s
;; RUN: FileCheck %s --check-prefix=V3 --input-file=%t.log
;; RUN: sh -c 'qemu-x86_64 -cpu core2duo %t 1000; echo status $?' 2>&1 | FileCheck %s --check-prefix=LESS
;; CHECK: {{^}}332833500{{$}}
;; V2-NOT: IN: {{.*}}x86-64-v3
;; V2:     IN: {{.*}}wasm.1.fill.x86-64-v2
;; V2-NOT: IN: {{.*}}x86-64-v3
;; V3-NOT: IN: {{.*}}x86-64-v2
;; V3:     IN: {{.*}}wasm.1.fill.x86-64-v3
;; V3-NOT: IN: {{.*}}x86-64-v2
;; LESS: error: this program was compiled for a CPU with features that this one lacks: {{.*}}POPCNT
;; LESS: status 1
(module
  (memory 1)
  (func $sum (export "sum") (param $count i32) (result f64)
    (local $at i32) (local $sum f64)
    (call_indirect (param i32) (local.get $count) (i32.const 0))
    (loop $next
      (local.set $sum (f64.add (local.get $sum)
        (f64.load (i32.shl (local.get $at) (i32.const 3)))))
      (br_if $next
        (i32.ne (local.tee $at (i32.add (local.get $at) (i32.const 1))) (local.get $count))))
    (local.get $sum))
  (func $fill (param $count i32)
    (local $at i32)
    (loop $next
      (f64.store (i32.shl (local.get $at) (i32.const 3))
        (f64.convert_i32_u (i32.mul (local.get $at) (local.get $at))))
      (br_if $next
        (i32.ne (local.tee $at (i32.add (local.get $at) (i32.const 1))) (local.get $count)))))
  (table (export "table") 1 funcref)
  (elem (i32.const 0) $fill)
  ;; So that calls through the table remain what they are.
  (func (table.set 0 (i32.const 0) (ref.null func))))
