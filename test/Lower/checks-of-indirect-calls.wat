;; In a program, an indirect call is checked if a function of its type that is referred to
;; may throw.
;; RUN: wasm2native %s --placement=program --emit=llvm-ir -O0 -o - | FileCheck %s
;; CHECK-LABEL: @wasm.3._start(
;; CHECK:       call fastcc i32 %
;; CHECK-NOT:   @pending
;; CHECK:       call fastcc void %
;; CHECK-NEXT:  load ptr, ptr @pending
;; CHECK-LABEL: define
(module
  (tag $t)
  (type $number (func (result i32)))
  (type $nothing (func))
  (table 2 funcref)
  (elem (i32.const 0) $leaf $thrower)
  (func $leaf (result i32) (i32.const 1))
  (func $thrower (throw $t))
  (func $unreferenced (result i32) (throw $t))
  (func (export "_start")
    (drop (call_indirect (type $number) (i32.const 0)))
    (call_indirect (type $nothing) (i32.const 1))
    (drop (call $unreferenced)))
  ;; So that calls through the table remain what they are.
  (func (table.set 0 (i32.const 0) (ref.null func))))
