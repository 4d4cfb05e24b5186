;; The code of many elements of a type is looked up in a table that never changes, once the index
;; is between the first and the last of them; types are compared only where others are in between.
;; RUN: wasm2native %s -O0 --placement=program --emit=llvm-ir -o - | FileCheck %s
;; RUN: wasm2native %s -O0 --placement=library --emit=llvm-ir -o - | FileCheck %s
;; CHECK-DAG: @table.0.code = internal constant [12 x i32] [i32 0, i32 0, i32 trunc {{.*}}@wasm.0.a
;; CHECK-DAG: @table.0.types = internal constant [12 x i8] c"\00\00\01\01\01\01\02\02\02\01\02\03"
;; CHECK-LABEL: define {{.*}} @wasm.3.call(
;; CHECK:       icmp ugt i32 %{{.*}}, 7
;; CHECK:       icmp ne i8 %{{.*}}, 1
;; CHECK:       %[[A:.*]] = call ptr @llvm.load.relative.i64(ptr @table.0.code, i64
;; CHECK:       call {{.*}} i32 %[[A]](
;; CHECK-LABEL: define {{.*}} @wasm.4.neighbours(
;; CHECK:       icmp ugt i32 %{{.*}}, 3
;; CHECK-NOT:   icmp
;; CHECK:       call ptr @llvm.load.relative.i64(ptr @table.1.code, i64
(module
  (type $a (func (result i32)))
  (type $b (func (result i64)))
  (type $c (func (result f32)))
  (table $mixed 20 funcref)
  (table $same 20 funcref)
  (elem (table $mixed) (i32.const 2) func $a $a $a $a $b $b $b $a $b $c)
  (elem (table $same) (i32.const 2) func $a $a $a $a)
  (func $a (type $a) (i32.const 1))
  (func $b (type $b) (i64.const 2))
  (func $c (type $c) (f32.const 3))
  (func $call (export "call") (param i32) (result i32)
    (call_indirect $mixed (type $a) (local.get 0)))
  (func $neighbours (export "neighbours") (param i32) (result i32)
    (call_indirect $same (type $a) (local.get 0)))
  (func (export "_start")
    (drop (call $call (i32.const 0)))
    (drop (call $neighbours (i32.const 0)))))
