;; The size of a memory that was loaded in one loop is known in the check of another, which
;; is made before it: nothing is left to compare in it.
;; RUN: wasm2native %s --bounds=explicit --placement=library --emit=llvm-ir -o - | FileCheck %s
(module
  (import "host" "grow" (func $grow (result i32)))
  (memory (export "memory") 1)
  ;; CHECK-LABEL: define {{.*}}@wasm.1.behind
  ;; CHECK-NOT: @llvm.umin
  ;; CHECK: fmul <2 x double>
  ;; CHECK: ret void
  (func $behind (export "behind") (param $p i32) (param $count i32)
    (loop $more
      (br_if $more (i32.and (call $grow) (i32.load (local.get $p)))))
    (loop $again
      (f64.store (local.get $p) (f64.mul (f64.load (local.get $p)) (f64.const 3)))
      (local.set $p (i32.add (local.get $p) (i32.const 8)))
      (br_if $again (local.tee $count (i32.sub (local.get $count) (i32.const 1)))))))
