;; At -O3 LLVM widens a counter that goes up to 0 in 32 bits, and then masks it where the loop ends
;; and in addresses. That is still an end that LLVM can count to, and the loop becomes vectors.
;; RUN: wasm2native %s --placement=library --emit=llvm-ir -O3 -o - | FileCheck %s
;; CHECK-LABEL: define {{.*}}@wasm.0.smooth
;; CHECK: fmul <2 x double>
(module
  (memory 40)
  (func $smooth (export "smooth")
    (local $step i32) (local $row i32) (local $start i32) (local $column i32) (local $place i32)
    (local $left f64)
    (loop $again
      (local.set $row (i32.const 1))
      (local.set $start (i32.const 0))
      (loop $rows
        (local.set $left (f64.load offset=65688 (i32.mul (local.get $row) (i32.const 3360))))
        (local.set $column (i32.const -3344))
        (loop $columns
          (local.set $place (i32.add (local.get $start) (local.get $column)))
          (f64.store (i32.add (local.get $place) (i32.const 1483592))
            (f64.mul (local.get $left) (f64.load (i32.add (local.get $place) (i32.const 72384)))))
          (br_if $columns (local.tee $column (i32.add (local.get $column) (i32.const 8)))))
        (local.set $start (i32.add (local.get $start) (i32.const 3360)))
        (br_if $rows
          (i32.ne (local.tee $row (i32.add (local.get $row) (i32.const 1))) (i32.const 419))))
      (br_if $again
        (i32.ne (local.tee $step (i32.add (local.get $step) (i32.const 1))) (i32.const 2000))))))
