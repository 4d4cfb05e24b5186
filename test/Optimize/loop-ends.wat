;; A loop whose counter goes up to 0 in 32 bits, and is widened, ends by comparing a 64-bit counter
;; that an address has anyway: no counter of its own is left, nothing is masked, and LLVM's list for
;; -O3 unrolls the loop, by a number that divides its rounds.
;; RUN: wasm2native %s --placement=library --emit=llvm-ir -O2 -o - | FileCheck %s
;; RUN: wasm2native %s --placement=library --emit=llvm-ir -O3 -o - | FileCheck %s
;; CHECK-LABEL: define {{.*}}@wasm.0.smooth
;; CHECK: phi i64
;; CHECK-NOT: phi i64
;; CHECK-NOT: and i64
;; CHECK: icmp eq i64 %{{.*}}, 33{{28|44}}
;; CHECK-NEXT: br
;; CHECK-NOT: icmp
;; CHECK: }
(module
  (memory 40)
  (func $smooth (export "smooth") (param $place i32)
    (local $column i32) (local $at i32) (local $left v128) (local $here v128)
    (local.set $column (i32.const -3344))
    (loop $columns
      (local.set $at (i32.add (local.get $place) (local.get $column)))
      (v128.store offset=1483592 (local.get $at)
        (f64x2.mul (local.get $left)
          (local.tee $here (v128.load offset=72384 (local.get $at)))))
      (local.set $left (local.get $here))
      (br_if $columns (local.tee $column (i32.add (local.get $column) (i32.const 16)))))))
