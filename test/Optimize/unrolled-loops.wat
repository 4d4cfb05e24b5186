;; Loops with few iterations, of a producer that saves space, are unrolled at -O2: wholly, or so far as
;; they stay small. Those whose number of iterations is not known stay as they are.
;; RUN: wasm2native %s --placement=library --emit=llvm-ir -o - | FileCheck %s
(module
  (memory 1)
  ;; CHECK-LABEL: define {{.*}}@wasm.0.four
  ;; CHECK: {{^}}loop
  ;; CHECK-NOT: br
  ;; CHECK-COUNT-3: call i32 @llvm.fshl.i32
  ;; CHECK-NOT: br
  ;; CHECK: ret i32
  (func (export "four") (param $at i32) (result i32)
    (local $sum i32) (local $i i32)
    (loop $again
      (local.set $sum
        (i32.add
          (i32.rotl (local.get $sum) (i32.const 5))
          (i32.load (i32.add (local.get $at) (i32.shl (local.get $i) (i32.const 2))))))
      (br_if $again
        (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 4))))
    (local.get $sum))

  ;; CHECK-LABEL: define {{.*}}@wasm.1.thousand
  ;; CHECK: {{^}}loop
  ;; CHECK-COUNT-4: fadd float
  ;; CHECK: br i1
  (func (export "thousand") (param $at i32) (result f32)
    (local $sum f32) (local $i i32)
    (loop $again
      (local.set $sum
        (f32.add
          (local.get $sum)
          (f32.load (i32.add (local.get $at) (i32.shl (local.get $i) (i32.const 2))))))
      (br_if $again
        (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 1000))))
    (local.get $sum))

  ;; CHECK-LABEL: define {{.*}}@wasm.2.any
  ;; CHECK: {{^}}loop
  ;; CHECK-COUNT-1: fadd float
  ;; CHECK-NOT: fadd
  ;; CHECK: ret float
  (func (export "any") (param $at i32) (param $count i32) (result f32)
    (local $sum f32)
    (loop $again
      (local.set $sum (f32.add (local.get $sum) (f32.load (local.get $at))))
      (local.set $at (i32.add (local.get $at) (i32.const 4)))
      (br_if $again (local.tee $count (i32.sub (local.get $count) (i32.const 1)))))
    (local.get $sum)))
