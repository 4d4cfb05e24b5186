;; One check before a counted loop takes the place of those in it, which then has vectors.
;; RUN: wasm2native %s --bounds=explicit --placement=library --emit=llvm-ir -o - | FileCheck %s
;; RUN: wasm2native %s --bounds=explicit --placement=library --emit=llvm-ir -O3 -o - \
;; RUN:   | FileCheck %s --check-prefix=MOST
;; With explicit bounds, the passes of -O3 are those of -O2.
;; RUN: wasm2native %s --bounds=explicit --placement=library --emit=llvm-ir -O2 -o %t.2.ll
;; RUN: wasm2native %s --bounds=explicit --placement=library --emit=llvm-ir -O3 -o %t.3.ll
;; RUN: cmp %t.2.ll %t.3.ll
(module
  (memory 1)
  ;; MOST-LABEL: define {{.*}}@wasm.0.upwards
  ;; MOST: fmul <2 x double>
  ;; CHECK-LABEL: define {{.*}}@wasm.0.upwards
  ;; CHECK: call void @w2n_trap_by_code(i32 5)
  ;; CHECK: fmul <2 x double>
  ;; CHECK-NOT: w2n_trap_by_code(i32 5)
  ;; CHECK: ret void
  (func $upwards (export "upwards") (param $p i32) (param $count i32)
    (loop $again
      (f64.store (local.get $p) (f64.mul (f64.load (local.get $p)) (f64.const 3)))
      (local.set $p (i32.add (local.get $p) (i32.const 8)))
      (br_if $again (local.tee $count (i32.sub (local.get $count) (i32.const 1))))))

  ;; MOST-LABEL: define {{.*}}@wasm.1.downwards
  ;; MOST: fmul <2 x double>
  ;; CHECK-LABEL: define {{.*}}@wasm.1.downwards
  ;; CHECK: call void @w2n_trap_by_code(i32 5)
  ;; CHECK: fmul <2 x double>
  ;; CHECK-NOT: w2n_trap_by_code(i32 5)
  ;; CHECK: ret void
  (func $downwards (export "downwards") (param $p i32) (param $count i32)
    (loop $again
      (f64.store (local.get $p) (f64.mul (f64.load (local.get $p)) (f64.const 3)))
      (local.set $p (i32.sub (local.get $p) (i32.const 8)))
      (br_if $again (local.tee $count (i32.sub (local.get $count) (i32.const 1)))))))
