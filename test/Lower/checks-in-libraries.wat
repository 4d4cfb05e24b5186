;; A library without tags checks the calls that may lead into another module, and the
;; pending exception is the store's.
;; RUN: wasm2native %s --placement=library --emit=llvm-ir -O0 -o - | FileCheck %s
;; CHECK-LABEL: @wasm.2.direct(
;; CHECK:       call tailcc void @wasm.1.leaf(ptr %0)
;; CHECK-NEXT:  br label
;; CHECK-LABEL: @wasm.3.import(
;; CHECK:       call tailcc void %{{[0-9]+}}(ptr %{{[0-9]+}})
;; CHECK:       %[[PLACE:[0-9]+]] = getelementptr inbounds{{.*}} ptr %0, i32 0, i32 1
;; CHECK-NEXT:  %[[STORE:[0-9]+]] = load ptr, ptr %[[PLACE]]
;; CHECK-NEXT:  %[[FIELD:[0-9]+]] = getelementptr inbounds{{.*}} ptr %[[STORE]], i32 0, i32 3
;; CHECK-NEXT:  load ptr, ptr %[[FIELD]]
;; CHECK:       label %unwind
(module
  (import "env" "f" (func $f))
  (func $leaf)
  (func (export "direct") (call $leaf))
  (func (export "import") (call $f)))
