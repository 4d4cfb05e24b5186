;; The base of a guarded memory never changes: it is loaded once, before the loop, although
;; the loop calls what may grow the memory.
;; RUN: wasm2native %s -O2 --bounds=guard --placement=program --invoke=sum --emit=llvm-ir -o - \
;; RUN:   | FileCheck %s
;; CHECK-LABEL: define {{.*}} @wasm.0.sum(
;; CHECK:       load ptr, ptr @memory.0, {{.*}} !invariant.load
;; CHECK:       call i64 @w2n_memory_grow(
;; CHECK-NOT:   load ptr
;; CHECK:       ret i32
(module
  (memory 1)
  (func $sum (export "sum") (param i32) (result i32) (local i32)
    (loop $next
      (local.set 1 (i32.add (local.get 1) (i32.load (local.get 0))))
      (drop (memory.grow (i32.const 1)))
      (br_if $next (local.tee 0 (i32.sub (local.get 0) (i32.const 4)))))
    (local.get 1)))
