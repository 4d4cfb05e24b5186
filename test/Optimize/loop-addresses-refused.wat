;; A loop does not trap before it begins where something could be seen of how far it came: a call
;; of the host, another way out, or a trap of another kind.
;; RUN: wasm2native %s --placement=library --emit=llvm-ir -o - | FileCheck %s
;; CHECK-NOT: store volatile
(module
  (func $seen (import "host" "seen"))
  (memory 1)
  (func (export "call") (param $p i32) (param $count i32)
    (loop $again
      (f64.store (local.get $p) (f64.const 3))
      (call $seen)
      (local.set $p (i32.add (local.get $p) (i32.const 8)))
      (br_if $again (local.tee $count (i32.sub (local.get $count) (i32.const 1))))))
  (func (export "way_out") (param $p i32) (param $count i32)
    (block $out
      (loop $again
        (f64.store (local.get $p) (f64.const 3))
        (local.set $p (i32.add (local.get $p) (i32.const 8)))
        (br_if $out (i32.load (local.get $p)))
        (br_if $again (local.tee $count (i32.sub (local.get $count) (i32.const 1)))))))
  (func (export "division") (param $p i32) (param $count i32)
    (loop $again
      (i32.store (local.get $p) (i32.div_u (i32.const 1000) (i32.load offset=8 (local.get $p))))
      (local.set $p (i32.add (local.get $p) (i32.const 4)))
      (br_if $again (local.tee $count (i32.sub (local.get $count) (i32.const 1)))))))
