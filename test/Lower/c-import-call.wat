;; A call of an import is direct where it is the host's C function, and goes through the
;; import's record where it is another module's.
;; RUN: wasm2native %s --placement=library --emit=llvm-ir -O0 -o - | FileCheck %s
;; CHECK-LABEL: @wasm.1.run(
;; CHECK:       icmp eq ptr %[[CODE:[0-9]+]], @"c_import_code.i:"
;; CHECK:       call tailcc void @"c_import_code.i:"(ptr
;; CHECK:       call tailcc void %[[CODE]](ptr
(module
  (import "env" "f" (func $f (param i32)))
  (func (export "run") (param i32) (call $f (local.get 0))))
