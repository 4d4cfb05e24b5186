;; A segment of another's table may leave functions there before the next segment ends in a trap.
;; They can be called then, and find own tables as far as they have been filled.
;; RUN: wasm2native %s -O0 --emit=llvm-ir -o - | FileCheck %s --implicit-check-not="call i32 @table."
;; CHECK: call i32 @w2n_type_equal(
(module
  (import "m" "t" (table $theirs 0 funcref))
  (table $own 2 funcref)
  (elem (table $theirs) (i32.const 0) func $f)
  (elem (table $own) (i32.const 0) func $f)
  (func $f
    (call_indirect $own (i32.const 0))))
