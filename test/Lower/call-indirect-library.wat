;; In a library types at different addresses may be the same: their hashes are compared
;; then. The callee gets its own instance.
;; RUN: wasm2native %s -O0 --emit=llvm-ir -o - | FileCheck %s
;; CHECK-LABEL: define {{.*}} @wasm.0.f(
;; CHECK:       call void @w2n_trap_by_code(i32 7)
;; CHECK:       call void @w2n_trap_by_code(i32 8)
;; CHECK:       %[[DIFFERENT:.*]] = icmp ne ptr %{{.*}}, @w2n_type_
;; CHECK-NEXT:  br i1 %[[DIFFERENT]], label %compare.types
;; CHECK:       compare.types:
;; CHECK-NEXT:  call i32 @w2n_type_equal(
;; CHECK:       call {{[a-z]+}}cc i32 %{{.*}}(ptr %{{.*}}, i32
(module
  (table 4 funcref)
  (func $f (export "f") (param i32) (result i32)
    (call_indirect (param i32) (result i32) (local.get 0) (local.get 0)))
  ;; So that calls through the table remain what they are.
  (func (table.set 0 (i32.const 0) (ref.null func))))
