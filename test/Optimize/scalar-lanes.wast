;; Vectors of a loop that are only taken apart there become scalars; what the loop leaves is put together
;; behind it.
;; RUN: split-file %s %t
;; RUN: wasm2native %t/module.wat --placement=library --emit=llvm-ir -o - | FileCheck %t/module.wat
;; RUN: cat %t/module.wat %t/outcome > %t/all.wast
;; RUN: wast2json %t/all.wast -o %t/all.json
;; RUN: w2n-spectest %t/all.json -o %t/all -O2
;; RUN: %run %t/all | FileCheck %t/outcome

;--- module.wat
(module
  (memory 1)
  (data (i32.const 8) "\07\00\01\00\03\00\05\00\02\00\00\00\06\00\04\00")
  (data (i32.const 64) "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")

  ;; CHECK-LABEL: define {{.*}}@wasm.0.rounds
  ;; CHECK: {{^}}loop
  ;; CHECK-NOT: <4 x i32>
  ;; CHECK: br i1
  ;; CHECK: insertelement <4 x i32>
  ;; CHECK: store <4 x i32>
  (func $rounds (export "rounds") (param $a i32) (param $b i32) (param $count i32) (result i32)
    (local $c i32) (local $d i32) (local $all v128)
    (loop $again
      (local.set $all
        (i32x4.add
          (i32x4.replace_lane 3
            (i32x4.replace_lane 2
              (i32x4.replace_lane 1 (i32x4.splat (local.get $a)) (local.get $b)) (local.get $c))
            (local.get $d))
          (v128.const i32x4 1 2 3 4)))
      (local.set $a (i32.rotl (i32x4.extract_lane 1 (local.get $all)) (i32.const 7)))
      (local.set $b (i32.xor (i32x4.extract_lane 2 (local.get $all)) (local.get $a)))
      (local.set $c (i32.rotl (i32x4.extract_lane 3 (local.get $all)) (i32.const 9)))
      (local.set $d (i32.xor (i32x4.extract_lane 0 (local.get $all)) (local.get $c)))
      (br_if $again (local.tee $count (i32.sub (local.get $count) (i32.const 1)))))
    (v128.store (i32.const 1024) (local.get $all))
    (i32.add (i32.load (i32.const 1024)) (i32.load (i32.const 1036))))

  ;; Addresses of a table, whose places are numbers in memory.
  ;; CHECK-LABEL: define {{.*}}@wasm.1.places
  ;; CHECK: {{^}}loop
  ;; CHECK-NOT: <4 x i32>
  ;; CHECK: br i1
  (func $places (export "places") (param $table i32) (param $count i32) (result i32)
    (local $sum i32) (local $at v128)
    (loop $again
      (local.set $at
        (i32x4.add
          (i32x4.splat (i32.add (local.get $table) (local.get $count)))
          (i32x4.shl (v128.load16x4_u (i32.shl (local.get $count) (i32.const 3))) (i32.const 2))))
      (local.set $sum
        (i32.add (i32.mul (local.get $sum) (i32.const 31))
          (i32.add
            (i32.add (i32.load (i32x4.extract_lane 0 (local.get $at)))
                     (i32.load offset=4 (i32x4.extract_lane 1 (local.get $at))))
            (i32.sub (i32.load offset=8 (i32x4.extract_lane 2 (local.get $at)))
                     (i32.load offset=12 (i32x4.extract_lane 3 (local.get $at)))))))
      (br_if $again (local.tee $count (i32.sub (local.get $count) (i32.const 1)))))
    (local.get $sum)))
;--- outcome
;; CHECK: passed 4 of 4
(assert_return (invoke "rounds" (i32.const 1) (i32.const 2) (i32.const 1)) (i32.const 6))
(assert_return (invoke "rounds" (i32.const 1) (i32.const 2) (i32.const 9)) (i32.const 0x5146b7d9))
(assert_return (invoke "places" (i32.const 64) (i32.const 2)) (i32.const 0xa16120c6))
