;; RUN: wasm2native %s -O0 --emit=llvm-ir --placement=program -o - | FileCheck %s
;; RUN: wasm2native %s -O0 --emit=llvm-ir --placement=library -o - | FileCheck %s --check-prefix=LIBRARY
;; RUN: sed 's/(call $callee)/(return_call $callee)/' %s > %t.wat
;; RUN: wasm2native %t.wat -O0 --emit=llvm-ir --placement=program -o - | FileCheck %s --check-prefix=TAIL

;; CHECK:   define internal fastcc void @wasm.0.callee
;; CHECK:   call fastcc void @wasm.0.callee
;; LIBRARY: call tailcc void @wasm.0.callee
;; TAIL:    musttail call tailcc void @wasm.0.callee
(module
  (func $callee)
  (func (export "_start") (call $callee)))
