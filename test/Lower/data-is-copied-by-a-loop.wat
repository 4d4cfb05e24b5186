;; The code that makes an instance does not grow with the number of active segments, if no code names
;; them.
;;
;; RUN: wasm2native %s -O0 --emit=llvm-ir -o - | FileCheck %s
;; RUN: wasm2native %s --placement=library -O0 --emit=llvm-ir -o - | FileCheck %s

;; CHECK-DAG: @places = private {{.*}}constant [8 x i64] [i64 8, i64 3, i64 100, i64 0, i64 9, i64 2, i64 200, i64 1]
;; CHECK-DAG: constant [6 x i8] c"abcdef"

;; CHECK:      define {{.*}} @initialize
;; CHECK:      copy:
;; CHECK:        call void @w2n_memory_init(
;; CHECK:        br i1 {{.*}}, label %copied, label %copy
;; CHECK-NOT:    @w2n_memory_init
;; CHECK:        ret void

(module
  (memory 1)
  (data (i32.const 8) "abc")
  (data (i32.const 100) "")
  (data (i32.const 9) "de")
  (data (i32.const 200) "f")
  (func (export "_start")))
