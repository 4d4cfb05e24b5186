;; A load whose value is dropped stays in each of the copies of an unrolled body.
;; RUN: wasm2native %s --placement=library --emit=llvm-ir -o - | FileCheck %s
;; CHECK-LABEL: define {{.*}}@wasm.0.touch
;; CHECK: load volatile
;; CHECK: load volatile
;; CHECK: ret void
(module
  (memory 1)
  (func $touch (export "touch") (param $p i32) (param $q i32) (param $count i32)
    (loop $again
      (i32.store (local.get $p) (i32.const 7))
      (drop (i32.load (local.get $q)))
      (i32.store offset=4 (local.get $p) (i32.const 7))
      (drop (i32.load offset=4 (local.get $q)))
      (local.set $p (i32.add (local.get $p) (i32.const 8)))
      (local.set $q (i32.add (local.get $q) (i32.const 8)))
      (br_if $again (local.tee $count (i32.sub (local.get $count) (i32.const 1)))))))
