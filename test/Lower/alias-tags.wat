;; Linear memory, globals, tables and the state of the instance do not alias: what is in a
;; global is known after a store to memory.
;; RUN: wasm2native %s -O0 --emit=llvm-ir -o - | FileCheck %s --check-prefix=TAGS
;; RUN: wasm2native %s -O2 --emit=llvm-ir -o - | FileCheck %s --check-prefix=FOLDED
;; TAGS-LABEL:   define {{.*}} @wasm.0.f(
;; TAGS:         store i32 7, ptr %{{.*}}, align {{.*}}, !tbaa ![[GLOBAL:[0-9]+]]
;; TAGS:         load ptr, ptr %{{.*}}, align {{.*}}, !tbaa ![[STATE:[0-9]+]]
;; TAGS:         store i32 1, ptr %{{.*}}, align 1, !tbaa ![[MEMORY:[0-9]+]]
;; TAGS:         load i32, ptr %{{.*}}, align {{.*}}, !tbaa ![[GLOBAL]]
;; TAGS-LABEL:   define {{.*}} @wasm.1.g(
;; TAGS:         getelementptr ptr,
;; TAGS-NEXT:    load ptr, ptr %{{.*}}, align {{.*}}, !tbaa ![[ELEMENT:[0-9]+]]
;; TAGS-DAG:     ![[GLOBAL]] = !{![[GLOBALTYPE:[0-9]+]], ![[GLOBALTYPE]], i64 0}
;; TAGS-DAG:     ![[GLOBALTYPE]] = !{!"global", ![[ROOT:[0-9]+]], i64 0}
;; TAGS-DAG:     ![[STATE]] = !{![[STATETYPE:[0-9]+]], ![[STATETYPE]], i64 0}
;; TAGS-DAG:     ![[STATETYPE]] = !{!"instance state", ![[ROOT]], i64 0}
;; TAGS-DAG:     ![[MEMORY]] = !{![[MEMORYTYPE:[0-9]+]], ![[MEMORYTYPE]], i64 0}
;; TAGS-DAG:     ![[MEMORYTYPE]] = !{!"linear memory", ![[ROOT]], i64 0}
;; TAGS-DAG:     ![[ELEMENT]] = !{![[ELEMENTTYPE:[0-9]+]], ![[ELEMENTTYPE]], i64 0}
;; TAGS-DAG:     ![[ELEMENTTYPE]] = !{!"table element", ![[ROOT]], i64 0}
;; FOLDED-LABEL: define {{.*}} @wasm.0.f(
;; FOLDED:       ret i32 7
(module
  (memory 1)
  (table 1 funcref)
  (global $g (mut i32) (i32.const 0))
  (func $f (export "f") (param i32) (result i32)
    (global.set $g (i32.const 7))
    (i32.store (local.get 0) (i32.const 1))
    (global.get $g))
  (func $g (export "g") (result funcref)
    (table.get 0 (i32.const 0))))
