;; The size of a memory that was loaded in one loop is known in the check of another, which
;; is made before it: nothing is left to compare in it.
;; RUN: wasm2native %s --bounds=explicit --placement=library --emit=llvm-ir -o - | FileCheck %s
(module
  (import "host" "grow" (func $grow (result i32)))
  (memory (export "memory") 1)
  ;; CHECK-LABEL: define {{.*}}@wasm.1.behind
  ;; CHECK-NOT: @llvm.umin
  ;; CHECK: fmul <2 x double>
  (func $behind (export "behind") (param $p i32) (param $count i32)
    (loop $more
      (br_if $more (i32.and (call $grow) (i32.load (local.get $p)))))
    (loop $again
      (f64.store (local.get $p) (f64.mul (f64.load (local.get $p)) (f64.const 3)))
      (local.set $p (i32.add (local.get $p) (i32.const 8)))
      (br_if $again (local.tee $count (i32.sub (local.get $count) (i32.const 1))))))
  ;; Where the size less the last byte was computed before or in another loop, that is known too.
  ;; CHECK-LABEL: define {{.*}}@wasm.2.both
  ;; CHECK-NOT: @llvm.umin
  ;; CHECK: fmul <2 x double>{{.*}}3.0
  ;; CHECK-NOT: @llvm.umin
  ;; CHECK: fmul <2 x double>{{.*}}5.0
  (func $both (export "both") (param $p i32) (param $q i32) (local $place i32)
    (loop $first
      (f64.store (i32.add (local.get $p) (local.get $place))
        (f64.mul (f64.load (i32.add (local.get $p) (local.get $place))) (f64.const 3)))
      (br_if $first (i32.ne (i32.const 32000)
        (local.tee $place (i32.add (local.get $place) (i32.const 8))))))
    (local.set $place (i32.const 0))
    (loop $second
      (f64.store (i32.add (local.get $q) (local.get $place))
        (f64.mul (f64.load (i32.add (local.get $q) (local.get $place))) (f64.const 5)))
      (br_if $second (i32.ne (i32.const 32000)
        (local.tee $place (i32.add (local.get $place) (i32.const 8))))))))
