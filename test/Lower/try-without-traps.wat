;; The form of an export that gives its traps prepares for one only where one is possible.
;; RUN: wasm2native %s --placement=library --emit=llvm-ir -o - | FileCheck %s
(module
  (import "host" "pause" (func $pause))
  (memory (export "memory") 1)
  (global $seen (mut i32) (i32.const 0))
  (func (export "add") (param i32 i32) (result i32)
    (global.set $seen (local.get 0))
    (i32.add (local.get 0) (local.get 1)))
  (func (export "load") (param i32) (result i32) (i32.load (local.get 0)))
  (func (export "divide") (param i32 i32) (result i32)
    (i32.div_u (local.get 0) (local.get 1)))
  (func (export "call") (call $pause)))
;; CHECK-LABEL: {{^}}define {{.*}}_try_add(
;; CHECK-NOT: {{call|alloca}}
;; CHECK: {{^}}}
;; CHECK-LABEL: {{^}}define {{.*}}_try_load(
;; CHECK: call {{.*}} @w2n_begin_call(
;; CHECK-LABEL: {{^}}define {{.*}}_try_divide(
;; CHECK: call {{.*}} @w2n_begin_call(
;; CHECK-LABEL: {{^}}define {{.*}}_try_call(
;; CHECK: call {{.*}} @w2n_begin_call(
