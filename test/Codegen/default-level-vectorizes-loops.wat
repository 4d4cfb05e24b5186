;; Vectors of the target are the optimiser's to find; below -O2 it does not look for them.
;; RUN: wasm2native %s --placement=library --emit=llvm-ir -o - | FileCheck %s
;; RUN: wasm2native %s -O1 --placement=library --emit=llvm-ir -o - | FileCheck %s --check-prefix=O1
;; CHECK: add <4 x i32>
;; O1-NOT: <{{[0-9]+}} x i32>
(module
  (memory 1)
  (func (export "double") (param $end i32)
    (local $at i32)
    (loop $again
      (i32.store offset=1024 (local.get $at)
        (i32.add (i32.load offset=1024 (local.get $at)) (i32.load offset=32768 (local.get $at))))
      (br_if $again
        (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 4)))
                  (i32.const 16384))))))
