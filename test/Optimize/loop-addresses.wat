;; One comparison before a loop tells whether an address in it comes to where an access traps;
;; so its addresses are 64-bit ones, and LLVM knows which bytes it touches.
;; RUN: wasm2native %s --placement=library --emit=llvm-ir -o - | FileCheck %s
;; CHECK-LABEL: define {{.*}}@wasm.0.scale
;; CHECK: store volatile i8 0, ptr {{.*}}
;; CHECK-NEXT: unreachable
;; CHECK: fmul <2 x double>
(module
  (memory 1)
  (func $scale (export "scale") (param $p i32) (param $count i32)
    (loop $again
      (f64.store (local.get $p) (f64.mul (f64.load (local.get $p)) (f64.const 3)))
      (local.set $p (i32.add (local.get $p) (i32.const 8)))
      (br_if $again (local.tee $count (i32.sub (local.get $count) (i32.const 1)))))))
