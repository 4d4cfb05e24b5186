;; A program without tail calls has no use for tailcc, whose functions adjust the stack after
;; each call. Libraries have it for other modules' sake.
;; RUN: wasm2native %s --placement=program -O0 --emit=llvm-ir -o - | FileCheck %s --implicit-check-not=tailcc
;; RUN: wasm2native %s --placement=library -O0 --emit=llvm-ir -o - | FileCheck %s --check-prefix=TAIL --implicit-check-not=fastcc
;; RUN: sed -e 's/(call /(return_call /' %s > %t.wat
;; RUN: wasm2native %t.wat --placement=program -O0 --emit=llvm-ir -o - | FileCheck %s --check-prefix=TAIL --implicit-check-not=fastcc
;; CHECK: call fastcc i32 @wasm.0.next(
;; TAIL:  call tailcc i32 @wasm.0.next(
(module
  (table funcref (elem $next))
  (func $next (param i32) (result i32)
    (i32.add (local.get 0) (i32.const 1)))
  (func $start (export "_start")
    (drop (call_indirect (param i32) (result i32) (i32.const 1) (i32.const 0))))
  (func (export "two") (param i32) (result i32)
    (call $next (local.get 0))))
