;; With --precise-traps globals, tables and segments are what they were before a trap, too.
;; RUN: wasm2native %s -O3 --precise-traps --placement=library --emit=llvm-ir -o - | FileCheck %s
;; CHECK-LABEL: define {{.*}} @wasm.0.change(
;; CHECK:       store volatile i32 1
;; CHECK:       load volatile i32
;; CHECK:       store volatile i32 2
;; CHECK:       store volatile ptr null
;; CHECK:       load volatile i32
;; CHECK:       store volatile ptr null
;; CHECK:       store volatile i64 0
;; CHECK:       store volatile i64 0
;; CHECK:       load volatile i32
;; CHECK:       ret void
(module
  (memory 1)
  (table $functions (export "functions") 1 funcref)
  (global $number (export "number") (mut i32) (i32.const 0))
  (data $bytes "a")
  (elem $elements funcref (ref.null func))
  (func $change (export "change") (param $p i32)
    (global.set $number (i32.const 1))
    (drop (i32.load (local.get $p)))
    (global.set $number (i32.const 2))
    (table.set $functions (i32.const 0) (ref.null func))
    (drop (i32.load offset=8 (local.get $p)))
    (table.set $functions (i32.const 0) (ref.null func))
    (data.drop $bytes)
    (elem.drop $elements)
    (drop (i32.load offset=16 (local.get $p)))))
