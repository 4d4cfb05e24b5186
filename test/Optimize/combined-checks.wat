;; Checks on one way become one of the range from the lowest address to the highest. Where memory
;; may be observed in between, or accesses are to happen in their order, they do not.
;; RUN: wasm2native %s --bounds=explicit --placement=library --emit=llvm-ir -o - | FileCheck %s
;; RUN: wasm2native %s --bounds=explicit --placement=library --emit=llvm-ir --precise-traps -o - \
;; RUN:   | FileCheck %s --check-prefix=PRECISE
(module
  (memory 1)
  ;; CHECK-LABEL: define {{.*}}@wasm.0.upwards
  ;; CHECK: {{sub|add}} {{.*}}i64 %{{.*}}, {{-?}}19
  ;; CHECK: icmp
  ;; CHECK-NOT: icmp
  ;; CHECK: ret void
  ;; PRECISE-LABEL: define {{.*}}@wasm.0.upwards
  ;; PRECISE: add {{.*}}i64 %{{.*}}, -3
  ;; PRECISE-COUNT-3: icmp ugt i64
  ;; PRECISE: ret void
  (func $upwards (export "upwards") (param i32)
    (i32.store (local.get 0) (i32.const 1))
    (i32.store (i32.add (local.get 0) (i32.const 8)) (i32.const 2))
    (i32.store (i32.add (local.get 0) (i32.const 16)) (i32.const 3)))

  ;; The lowest last.
  ;; CHECK-LABEL: define {{.*}}@wasm.1.downwards
  ;; CHECK: %[[LOWEST:.*]] = add i32 %1, -16
  ;; CHECK: zext i32 %[[LOWEST]] to i64
  ;; CHECK: {{sub|add}} {{.*}}i64 %{{.*}}, {{-?}}19
  ;; CHECK: icmp
  ;; CHECK-NOT: icmp
  ;; CHECK: ret void
  (func $downwards (export "downwards") (param i32)
    (i32.store (local.get 0) (i32.const 1))
    (i32.store (i32.sub (local.get 0) (i32.const 8)) (i32.const 2))
    (i32.store (i32.sub (local.get 0) (i32.const 16)) (i32.const 3))))
