;; The base of a memory with explicit bounds is loaded at the start of a function, whose first
;; instruction computes where it is, and again after a call, not in the loop in between.
;; RUN: wasm2native %s --bounds=explicit --placement=library --emit=llvm-ir -o - | FileCheck %s
;; CHECK-LABEL: define {{.*}}@wasm.0.first(
;; CHECK: %[[PLACE:.*]] = getelementptr {{.*}}ptr %0, i64
;; CHECK: load ptr, ptr %[[PLACE]]{{.*}}!tbaa
;; CHECK-LABEL: define {{.*}}@wasm.1.searched(
;; CHECK: call i64 @w2n_memory_grow
;; CHECK-NEXT: load ptr, ptr
;; CHECK: {{^}}loop:
;; CHECK-NOT: load ptr
;; CHECK: br i1 %{{.*}}, label %{{.*}}loop
(module
  (memory 1)
  (func (export "first") (param i32) (result i32) (i32.load8_u offset=1 (local.get 0)))
  (func (export "searched") (param $p i32) (result i32)
    (i32.store (local.get $p) (i32.const 1))
    (drop (memory.grow (i32.const 1)))
    (loop $next
      (br_if $next (i32.load8_u (local.tee $p (i32.add (local.get $p) (i32.const 1))))))
    (local.get $p)))
