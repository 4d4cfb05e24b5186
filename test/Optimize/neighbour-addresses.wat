;; What an unrolled loop writes at p, p + 4, p + 8 and p + 12 is written at once: an access at p
;; that does not trap proves that the others do not wrap.
;; RUN: wasm2native %s --placement=library --emit=llvm-ir -o - | FileCheck %s
;; CHECK-LABEL: define {{.*}}@wasm.1.fill
;; CHECK: store <4 x i32>
;; CHECK-NOT: store i32
;; CHECK: ret void
(module
  (func $next (import "host" "next") (param i32) (result i32))
  (memory 1)
  (func $fill (export "fill") (param $p i32)
    (loop $again
      (i32.store (local.get $p) (local.get $p))
      (i32.store (i32.add (local.get $p) (i32.const 4)) (local.get $p))
      (i32.store (i32.add (local.get $p) (i32.const 8)) (local.get $p))
      (i32.store (i32.add (local.get $p) (i32.const 12)) (local.get $p))
      (br_if $again (local.tee $p (call $next (local.get $p)))))))
