;; In a program, calls are checked whose function may throw, itself or by what it calls.
;; RUN: wasm2native %s --placement=program --emit=llvm-ir -O0 -o - | FileCheck %s
;; CHECK-LABEL: @wasm.3._start(
;; CHECK:       call fastcc void @wasm.0.leaf()
;; CHECK-NEXT:  call fastcc void @wasm.2.middle()
;; CHECK-NEXT:  %[[PENDING:[0-9]+]] = load ptr, ptr @pending
;; CHECK-NEXT:  %[[THROWN:[0-9]+]] = icmp ne ptr %[[PENDING]], null
;; CHECK-NEXT:  br i1 %[[THROWN]], label %unwind, label %{{[0-9]+}}, !prof
;; CHECK:       unwind:
;; CHECK-NEXT:  ret void
(module
  (tag $t)
  (func $leaf)
  (func $thrower (throw $t))
  (func $middle (call $thrower))
  (func (export "_start")
    (call $leaf)
    (call $middle)
    (call $leaf)))
