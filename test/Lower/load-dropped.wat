;; A load whose value is dropped, or kept in a local that nothing reads, still traps where
;; it is out of bounds.
;; RUN: wasm2native %s -O2 --emit=llvm-ir -o - | FileCheck %s
;; CHECK-LABEL: define {{.*}} @wasm.0.dropped(
;; CHECK:       load volatile i32
;; CHECK:       ret void
;; CHECK-LABEL: define {{.*}} @wasm.1.unread(
;; CHECK:       load volatile i8
;; CHECK:       ret void
(module
  (memory 1)
  (func $dropped (export "dropped") (param i32)
    (drop (i32.load (local.get 0))))
  (func $unread (export "unread") (param i32) (local i32)
    (local.set 1 (i32.add (i32.load8_u (local.get 0)) (i32.const 1)))))
