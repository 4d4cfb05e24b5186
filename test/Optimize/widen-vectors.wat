;; A loop over 128-bit vectors does two iterations at once where vectors have 256 bits, after a look
;; at whether what it stores is what it loads.
;; RUN: wasm2native %s --target=x86_64-linux --cpu=x86-64-v3 --placement=library --emit=llvm-ir -o - \
;; RUN:   | FileCheck %s
;; RUN: wasm2native %s --target=x86_64-linux --cpu=x86-64-v2 --placement=library --emit=llvm-ir -o - \
;; RUN:   | FileCheck %s --check-prefix=NARROW
;; RUN: wasm2native %s --target=x86_64-linux --cpu=x86-64-v3 --precise-traps --placement=library \
;; RUN:   --emit=llvm-ir -o - | FileCheck %s --check-prefix=NARROW
;; NARROW-NOT: {{load|store}} <4 x double>
;; NARROW-NOT: {{load|store}} <32 x i8>
(module
  (memory 1)
  ;; CHECK-LABEL: define {{.*}}@wasm.0.add
  ;; CHECK: found.conflict
  ;; CHECK: [[PRODUCT:%.*]] = fmul <4 x double>
  ;; CHECK: fadd <4 x double> {{.*}}[[PRODUCT]]
  ;; CHECK: store <4 x double>
  ;; CHECK: store <2 x double>
  (func $add (export "add") (param $to i32) (param $from i32) (param $factor v128) (param $count i32)
    (loop $again
      (v128.store (local.get $to)
        (f64x2.add (v128.load (local.get $to))
                   (f64x2.mul (v128.load (local.get $from)) (local.get $factor))))
      (local.set $to (i32.add (local.get $to) (i32.const 16)))
      (local.set $from (i32.add (local.get $from) (i32.const 16)))
      (br_if $again (local.tee $count (i32.sub (local.get $count) (i32.const 1))))))

  ;; A vector that is loaded once and used again in the next iteration.
  ;; CHECK-LABEL: define {{.*}}@wasm.1.join
  ;; CHECK: [[BEFORE:%.*]] = phi <32 x i8>
  ;; CHECK: [[HERE:%.*]] = load <32 x i8>
  ;; CHECK: shufflevector <32 x i8> [[BEFORE]], <32 x i8> [[HERE]]
  ;; CHECK: store <32 x i8>
  (func $join (export "join") (param $to i32) (param $from i32) (param $count i32)
    (local $before v128) (local $here v128)
    (local.set $before (v128.load (local.get $from)))
    (loop $again
      (local.set $from (i32.add (local.get $from) (i32.const 16)))
      (local.set $here (v128.load (local.get $from)))
      (v128.store (local.get $to)
        (i8x16.shuffle 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23
          (local.get $before) (local.get $here)))
      (local.set $before (local.get $here))
      (local.set $to (i32.add (local.get $to) (i32.const 16)))
      (br_if $again (local.tee $count (i32.sub (local.get $count) (i32.const 1)))))))
