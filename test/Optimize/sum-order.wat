;; What was loaded is added before what the last iteration has computed: the producer had unrolled a
;; sum, each of whose steps would wait for the one before it.
;; RUN: wasm2native %s --placement=library --emit=llvm-ir -o - | FileCheck %s
;; CHECK-LABEL: define {{.*}}@wasm.0.digest
;; CHECK: [[LAST:%.*]] = phi i32 [ 0, %entry ], [ [[NEXT:%.*]], %loop ]
;; CHECK: [[TURNED:%.*]] = call i32 @llvm.fshl.i32(i32 [[LAST]]
;; CHECK: [[LOADED:%.*]] = add i32
;; CHECK: [[ALL:%.*]] = add i32 {{.*}}, [[LOADED]]
;; CHECK: [[NEXT]] = add i32 [[ALL]], [[TURNED]]
(module
  (memory 1)
  (func $digest (export "digest") (param $at i32) (param $end i32) (result i32)
    (local $state i32)
    (loop $again
      (local.set $state
        (i32.add
          (i32.add (i32.add (i32.rotl (local.get $state) (i32.const 5)) (i32.load (local.get $at)))
                   (i32.load offset=4 (local.get $at)))
          (i32.load offset=8 (local.get $at))))
      (br_if $again
        (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 12))) (local.get $end))))
    (local.get $state)))
