;; Loops over guarded memory are vectorised from -O2 on, and not at -O1.
;; RUN: wasm2native %s -O2 --emit=llvm-ir -o - | FileCheck %s
;; RUN: wasm2native %s -O1 --emit=llvm-ir -o - | FileCheck %s --check-prefix=SCALAR
;; CHECK:      load <4 x i32>
;; SCALAR-NOT: load <
(module
  (memory 1)
  (func (export "sum") (param $at i32) (param $count i32) (result i32) (local $sum i32) (local $i i32)
    (loop $next
      (local.set $sum
        (i32.add (local.get $sum)
                 (i32.load (i32.add (local.get $at) (i32.shl (local.get $i) (i32.const 2))))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $i) (local.get $count))))
    (local.get $sum)))
