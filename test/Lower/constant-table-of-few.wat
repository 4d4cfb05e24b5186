;; Of a table that never changes, at most three elements of the type of a call are compared with
;; the index and called directly.
;; RUN: wasm2native %s -O0 --placement=program --emit=llvm-ir -o - | FileCheck %s
;; RUN: wasm2native %s -O0 --placement=library --emit=llvm-ir -o - | FileCheck %s
;; CHECK-LABEL: define {{.*}} @wasm.4.call(
;; CHECK:       switch i32 %{{.*}}, label %[[BAD:.*]] [
;; CHECK-NEXT:    i32 1, label %[[FIRST:.*]]
;; CHECK-NEXT:    i32 4, label %[[SECOND:.*]]
;; CHECK-NEXT:  ]
;; CHECK:       [[BAD]]:
;; CHECK:       %[[REASON:.*]] = call i32 @table.0.trap(i64
;; CHECK:       [[FIRST]]:
;; CHECK-NEXT:  call {{.*}} i32 @wasm.0.one(
;; CHECK:       [[SECOND]]:
;; CHECK-NEXT:  call {{.*}} i32 @wasm.3.two(
;; CHECK:       call void @w2n_trap_by_code(i32 %[[REASON]])
(module
  (type $number (func (result i32)))
  (table 10 funcref)
  (elem (i32.const 1) $one $other $other $two)
  (func $one (result i32) (i32.const 1))
  (func $other (result i64) (i64.const 2))
  (func $nothing)
  (func $two (result i32) (i32.const 2))
  (func $call (export "call") (param i32) (result i32)
    (call_indirect (type $number) (local.get 0)))
  (func (export "_start")
    (drop (call $call (i32.const 1)))))
