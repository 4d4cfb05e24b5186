;; Loops over vectors that stay as they are: no iteration may depend on another.
;; RUN: wasm2native %s --target=x86_64-linux --cpu=x86-64-v3 --placement=library --emit=llvm-ir -o - \
;; RUN:   | FileCheck %s
;; CHECK-NOT: {{load|store}} <4 x i64>
;; CHECK-NOT: {{load|store}} <8 x i32>
;; CHECK-NOT: {{load|store}} <32 x i8>
(module
  (memory 1)
  ;; Each iteration loads what the one before stored.
  (func (export "dependent") (param $at i32) (param $count i32)
    (loop $again
      (v128.store offset=16 (local.get $at)
        (i32x4.mul (v128.load (local.get $at)) (v128.const i32x4 3 5 7 9)))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $again (local.tee $count (i32.sub (local.get $count) (i32.const 1))))))

  ;; Vectors that overlap those before.
  (func (export "overlapping") (param $to i32) (param $from i32) (param $count i32)
    (loop $again
      (v128.store (local.get $to) (i64x2.neg (v128.load (local.get $from))))
      (local.set $to (i32.add (local.get $to) (i32.const 8)))
      (local.set $from (i32.add (local.get $from) (i32.const 8)))
      (br_if $again (local.tee $count (i32.sub (local.get $count) (i32.const 1))))))

  ;; A number that each iteration has another of.
  (func (export "numbered") (param $to i32) (param $from i32) (param $count i32)
    (loop $again
      (v128.store (local.get $to)
        (i32x4.add (i32x4.splat (local.get $count)) (v128.load (local.get $from))))
      (local.set $to (i32.add (local.get $to) (i32.const 16)))
      (local.set $from (i32.add (local.get $from) (i32.const 16)))
      (br_if $again (local.tee $count (i32.sub (local.get $count) (i32.const 1))))))

  ;; An instruction of the target that has no wide form here.
  (func (export "table") (param $to i32) (param $from i32) (param $table v128) (param $count i32)
    (loop $again
      (v128.store (local.get $to)
        (i8x16.swizzle (local.get $table) (v128.load (local.get $from))))
      (local.set $to (i32.add (local.get $to) (i32.const 16)))
      (local.set $from (i32.add (local.get $from) (i32.const 16)))
      (br_if $again (local.tee $count (i32.sub (local.get $count) (i32.const 1)))))))
