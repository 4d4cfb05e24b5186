;; A segment whose place is an import is copied between those before and behind it.
;;
;; RUN: wasm2native %s --placement=library -O0 --emit=llvm-ir -o - | FileCheck %s

;; CHECK-DAG: @places = private {{.*}}constant [4 x i64] [i64 8, i64 1, i64 9, i64 1]
;; CHECK-DAG: @places.{{[0-9]+}} = private {{.*}}constant [2 x i64] [i64 10, i64 1]

;; CHECK:      define {{.*}} @initialize
;; CHECK:      copy:
;; CHECK:      copied:
;; CHECK:        call void @w2n_memory_init({{.*}}, i64 0, i64 3)
;; CHECK:      copy{{.+}}:
;; CHECK:        call void @w2n_memory_init(

(module
  (import "host" "place" (global $place i32))
  (memory 1)
  (data (i32.const 8) "a")
  (data (i32.const 9) "b")
  (data (global.get $place) "cde")
  (data (i32.const 10) "f"))
