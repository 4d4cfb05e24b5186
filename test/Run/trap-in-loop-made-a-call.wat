;; The optimiser makes one call of memset from this loop; where that runs out of the memory
;; it is still a trap of the module.
;; REQUIRES: run-aarch64
;; RUN: wasm2native %s --invoke=fill -o %t
;; RUN: %run %t 0 65536 | FileCheck %s --check-prefix=INSIDE
;; INSIDE: 1
;; RUN: not %run %t 65000 66000 2>&1 | FileCheck %s
;; RUN: wasm2native %s --target=aarch64-linux --invoke=fill -o %t.aarch64
;; RUN: not %run-aarch64 %t.aarch64 65000 66000 2>&1 | FileCheck %s
;; CHECK: wasm trap: out of bounds memory access
;; CHECK-NEXT: at 0: fill
(module
  (memory 1)
  (func $fill (export "fill") (param $at i32) (param $end i32) (result i32)
    (loop $next
      (i32.store8 (local.get $at) (i32.const 0))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $at) (local.get $end))))
    (i32.const 1)))
