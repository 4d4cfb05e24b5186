;; Symbols of functions are their number and what an assembler takes of their name; the
;; table for backtraces has the names as they are.
;; RUN: wasm2native %s -O0 --emit=llvm-ir -o - | FileCheck %s
;; CHECK-DAG: @w2n.function_table = internal constant {{.*}}memcpy\00a b\22\0A@\F0\9F\98\80\00exported\00
;; CHECK-DAG: define internal {{.*}} @wasm.0.memcpy(
;; CHECK-DAG: define internal {{.*}} @wasm.1.a_b_______(
;; CHECK-DAG: define internal {{.*}} @wasm.2.exported(
(module
  (func (export "memcpy"))
  (func (export "a b\"\n@\f0\9f\98\80"))
  (func (export "exported")))
