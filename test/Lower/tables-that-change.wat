;; What a table holds is known to nobody where it is written to, exported by or imported into a
;; library, or where a segment goes to an unknown place, may end in a trap or has functions of
;; others. Calls through the last table only are compiled by what it holds.
;; RUN: wasm2native %s -O0 --emit=llvm-ir -o - | FileCheck %s --implicit-check-not="call i32 @table."
;; CHECK-LABEL: define {{.*}} @wasm.2.call
;; CHECK-COUNT-9: call i32 @w2n_type_equal(
;; CHECK-NOT:      call i32 @w2n_type_equal(
;; CHECK:          call i32 @table.9.trap(
(module
  (import "m" "g" (global $g i32))
  (import "m" "f" (func $import))
  (table $set 9 funcref)
  (table $grown 9 funcref)
  (table $filled 9 funcref)
  (table $copied 9 funcref)
  (table $initialised 9 funcref)
  (table $exported (export "t") 9 funcref)
  (table $anywhere 9 funcref)
  (table $outside 1 funcref)
  (table $foreign 9 funcref)
  (table $constant 9 funcref)
  (elem (table $anywhere) (global.get $g) func $f)
  (elem (table $outside) (i32.const 1) func $f)
  (elem (table $foreign) (i32.const 1) func $import)
  (elem (table $constant) (i32.const 1) func $f)
  (elem $e func $f)
  (func $f (export "write")
    (table.set $set (i32.const 0) (ref.null func))
    (drop (table.grow $grown (ref.null func) (i32.const 1)))
    (table.fill $filled (i32.const 0) (ref.null func) (i32.const 1))
    (table.copy $copied $constant (i32.const 0) (i32.const 0) (i32.const 1))
    (table.init $initialised $e (i32.const 0) (i32.const 0) (i32.const 1)))
  (func (export "call")
    (call_indirect $set (i32.const 0))
    (call_indirect $grown (i32.const 0))
    (call_indirect $filled (i32.const 0))
    (call_indirect $copied (i32.const 0))
    (call_indirect $initialised (i32.const 0))
    (call_indirect $exported (i32.const 0))
    (call_indirect $anywhere (i32.const 0))
    (call_indirect $outside (i32.const 0))
    (call_indirect $foreign (i32.const 0))
    (call_indirect $constant (i32.const 0))))
