;; A program without tags has no check for exceptions, whatever it calls.
;; RUN: wasm2native %s --placement=program --emit=llvm-ir -O0 -o - | FileCheck %s
;; CHECK-NOT: @pending
;; CHECK-NOT: unwind:
(module
  (table 2 funcref)
  (elem (i32.const 0) $leaf $leaf)
  (func $leaf)
  (func (export "_start")
    (call $leaf)
    (call_indirect (i32.const 0))))
