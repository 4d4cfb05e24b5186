;; Vectors that stay, since their loop uses them whole, or since scalars would be more work.
;; RUN: wasm2native %s --placement=library --emit=llvm-ir -o - | FileCheck %s
(module
  (memory 1)
  ;; CHECK-LABEL: define {{.*}}@wasm.0.stored
  ;; CHECK: {{^}}loop
  ;; CHECK: store <4 x i32>
  (func (export "stored") (param $a i32) (param $b i32) (param $at i32)
    (local $all v128)
    (loop $again
      (local.set $all
        (i32x4.add
          (i32x4.replace_lane 1 (i32x4.splat (local.get $a)) (local.get $b))
          (v128.const i32x4 1 2 3 4)))
      (local.set $a (i32.rotl (i32x4.extract_lane 1 (local.get $all)) (i32.const 7)))
      (local.set $b (i32.xor (i32x4.extract_lane 2 (local.get $all)) (local.get $a)))
      (v128.store (local.get $at) (local.get $all))
      (br_if $again (local.tee $at (i32.sub (local.get $at) (i32.const 16))))))

  ;; CHECK-LABEL: define {{.*}}@wasm.1.long
  ;; CHECK: {{^}}loop
  ;; CHECK: mul <4 x i32>
  (func (export "long") (param $at i32) (result i32)
    (local $sum i32) (local $all v128)
    (loop $again
      (local.set $all
        (v128.xor
          (i32x4.mul
            (i32x4.add (v128.load (local.get $at)) (v128.const i32x4 1 2 3 4))
            (v128.const i32x4 5 7 11 13))
          (v128.const i32x4 17 19 23 29)))
      (local.set $sum
        (i32.add
          (i32.rotl (local.get $sum) (i32x4.extract_lane 0 (local.get $all)))
          (i32.mul
            (i32.load (i32x4.extract_lane 1 (local.get $all)))
            (i32.rotl
              (i32x4.extract_lane 2 (local.get $all))
              (i32x4.extract_lane 3 (local.get $all))))))
      (br_if $again (local.tee $at (i32.sub (local.get $at) (i32.const 16)))))
    (local.get $sum))

  ;; An inner loop uses the vector whole.
  ;; CHECK-LABEL: define {{.*}}@wasm.2.inner
  ;; CHECK: add <4 x i32>
  (func (export "inner") (param $a i32) (param $at i32)
    (local $all v128)
    (loop $outer
      (local.set $all (i32x4.add (v128.load (local.get $at)) (i32x4.splat (local.get $a))))
      (local.set $a (i32x4.extract_lane 1 (local.get $all)))
      (loop $again
        (v128.store (local.get $at) (v128.xor (v128.load (local.get $at)) (local.get $all)))
        (br_if $again (i32.and (local.tee $at (i32.add (local.get $at) (i32.const 16))) (i32.const 255))))
      (br_if $outer (i32.lt_u (local.get $at) (i32.const 4096))))))
