;; An indirect call checks the index, that there is a function, and its type; in a program
;; types are the same exactly if their addresses are.
;; RUN: wasm2native %s -O0 --emit=llvm-ir --placement=program --invoke=f -o - \
;; RUN:   | FileCheck %s --implicit-check-not=w2n_type_equal
;; CHECK-LABEL: define {{.*}} @wasm.0.f(
;; CHECK:       icmp uge i64
;; CHECK:       call void @w2n_trap_by_code(i32 7)
;; CHECK:       icmp eq ptr %{{.*}}, null
;; CHECK:       call void @w2n_trap_by_code(i32 8)
;; CHECK:       icmp ne ptr %{{.*}}, @w2n_type_
;; CHECK:       call void @w2n_trap_by_code(i32 9)
;; CHECK:       call {{[a-z]+}}cc i32 %{{.*}}(i32
(module
  (table 4 funcref)
  (func $f (export "f") (param i32) (result i32)
    (call_indirect (param i32) (result i32) (local.get 0) (local.get 0)))
  ;; So that calls through the table remain what they are.
  (func (table.set 0 (i32.const 0) (ref.null func))))
