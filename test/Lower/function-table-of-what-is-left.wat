;; The table of names keeps no function alive: a function that was inlined everywhere is
;; not in the program.
;; RUN: wasm2native %s -O2 --emit=llvm-ir --placement=program --invoke=f -o - | FileCheck %s
;; CHECK:     @w2n.function_table = {{.*}}c"f\00
;; CHECK-NOT: inlined
;; CHECK-NOT: unused
(module
  (func $inlined (param i32) (result i32) (i32.add (local.get 0) (i32.const 1)))
  (func $unused)
  (func (export "f") (param i32) (result i32) (call $inlined (local.get 0))))
