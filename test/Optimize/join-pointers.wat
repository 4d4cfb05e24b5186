;; A loop that adds pairs to one place: what it stores there is not what it loads behind it, so
;; a pair is added at once.
;; RUN: wasm2native %s --placement=library --emit=asm --target=x86_64-linux -o - | FileCheck %s
;; RUN: wasm2native %s -O3 --placement=library --emit=asm --target=x86_64-linux -o - | FileCheck %s
;; CHECK-LABEL: wasm.0.sum:
;; CHECK: addpd
(module
  (memory 1)
  (func $sum (export "sum") (param $count i32)
    (local $p i32)
    (local.set $p (i32.const 1040))
    (loop $again
      (f64.store (i32.const 1024)
        (f64.add (f64.load (i32.const 1024)) (f64.load (local.get $p))))
      (f64.store (i32.const 1032)
        (f64.add (f64.load (i32.const 1032)) (f64.load offset=8 (local.get $p))))
      (local.set $p (i32.add (local.get $p) (i32.const 16)))
      (br_if $again (local.tee $count (i32.sub (local.get $count) (i32.const 1)))))))
