;; A program makes no table that never changes and that it only calls through, and has no functions
;; that it can call only by a type that no call has. A table that is read is made.
;; RUN: wasm2native %s --placement=program --emit=llvm-ir -o - \
;; RUN:   | FileCheck %s --implicit-check-not=@table.0 --implicit-check-not=@wasm.1.dead
;; RUN: sed -e 's/(drop (i32.const 0))/(drop (table.get 0 (i32.const 0)))/' %s > %t.wat
;; RUN: wasm2native %t.wat --placement=program --emit=llvm-ir -o - | FileCheck %s --check-prefix=READ
;; CHECK-NOT: @w2n_table_create
;; CHECK-NOT: @w2n_table_init
;; READ-DAG:  call void @w2n_table_create(ptr {{.*}}@table.0
;; READ-DAG:  call void @w2n_table_init(ptr {{.*}}@table.0
(module
  (memory 1)
  (table 4 funcref)
  (elem (i32.const 1) $live $dead)
  (func $live (param i32) (i32.store (i32.const 0) (local.get 0)))
  (func $dead (param i64) (i64.store (i32.const 0) (local.get 0)))
  (func (export "_start")
    (drop (i32.const 0))
    (call_indirect (param i32) (i32.const 5) (i32.const 1))))
