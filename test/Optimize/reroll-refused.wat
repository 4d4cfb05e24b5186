;; A loop stays as it is where LLVM computes an address of the first copy by clearing bits that
;; are 0 there, and would not be in the others.
;; RUN: wasm2native %s -O2 --invoke=invert -o %t.2
;; RUN: wasm2native %s -O3 --bounds=explicit --invoke=invert -o %t.3
;; RUN: %run %t.2 | FileCheck %s
;; RUN: %run %t.3 | FileCheck %s
;; CHECK: 50462976
(module
  (memory 2)
  (data (i32.const 65536) "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  (func $invert (export "invert") (result i32)
    (local $i i32)
    (local.set $i (i32.const -64))
    (loop $again
      (i32.store8 offset=65744 (i32.load8_u (i32.add (local.get $i) (i32.const 65600)))
                               (i32.add (local.get $i) (i32.const 64)))
      (i32.store8 offset=65744 (i32.load8_u (i32.add (local.get $i) (i32.const 65601)))
                               (i32.add (local.get $i) (i32.const 65)))
      (i32.store8 offset=65744 (i32.load8_u (i32.add (local.get $i) (i32.const 65602)))
                               (i32.add (local.get $i) (i32.const 66)))
      (i32.store8 offset=65744 (i32.load8_u (i32.add (local.get $i) (i32.const 65603)))
                               (i32.add (local.get $i) (i32.const 67)))
      (br_if $again (local.tee $i (i32.add (local.get $i) (i32.const 4)))))
    (i32.load offset=65744 (i32.const 65))))
