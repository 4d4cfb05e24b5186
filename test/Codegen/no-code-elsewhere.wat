;; All code of an object is in a section of its own, by which the fault handler knows it.
;; RUN: wasm2native %s -c --target=x86_64-linux -o %t.o
;; RUN: llvm-nm --format=sysv %t.o | FileCheck %s --implicit-check-not='|.text'
;; RUN: llvm-size -A %t.o | FileCheck %s --check-prefix=SIZE
;; CHECK: FUNC{{.*}}|w2n_text
;; SIZE: {{^}}.text {{ *}}0
(module
  (memory 1)
  (func $f (export "f") (param i32) (result i32)
    (i32.load (local.get 0)))
  (start $g)
  (func $g (drop (call $f (i32.const 1)))))
