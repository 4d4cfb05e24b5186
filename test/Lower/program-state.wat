;; The one instance of a program is internal globals, and functions take no instance.
;; RUN: wasm2native %s -O0 --emit=llvm-ir --placement=program -o - | FileCheck %s
;; CHECK-DAG: @memory.0 = internal global
;; CHECK-DAG: @table.0 = internal global
;; CHECK-DAG: @global.0 = internal global i64 -1
;; CHECK-DAG: @w2n_program = hidden constant
;; CHECK-DAG: define internal {{[a-z]+}}cc i32 @wasm.0.f(i32 %0)
;; CHECK-DAG: define internal {{[a-z]+}}cc void @wasm.1._start()
(module
  (memory 1)
  (table 1 funcref)
  (global (mut i64) (i64.const -1))
  (func $f (param i32) (result i32)
    (global.set 0 (i64.load (local.get 0)))
    (call_indirect (param i32) (result i32) (local.get 0) (local.get 0)))
  (func (export "_start") (drop (call $f (i32.const 1)))))
