;; Recursion ends in a trap whichever way it goes: from function to function, through a
;; table, with nothing to come back for, at any level and in both bounds modes.
;; RUN: wasm2native %s --invoke=mutual -O0 -o %t && not %run %t 0 2>&1 | FileCheck %s
;; RUN: wasm2native %s --invoke=mutual -O2 -o %t && not %run %t 0 2>&1 | FileCheck %s
;; RUN: wasm2native %s --invoke=mutual -O2 --bounds=explicit -o %t && not %run %t 0 2>&1 | FileCheck %s
;; RUN: wasm2native %s --invoke=indirect -O0 -o %t && not %run %t 0 2>&1 | FileCheck %s
;; RUN: wasm2native %s --invoke=indirect -O2 -o %t && not %run %t 0 2>&1 | FileCheck %s
;; RUN: wasm2native %s --invoke=indirect -O2 --bounds=explicit -o %t && not %run %t 0 2>&1 | FileCheck %s
;; RUN: wasm2native %s --invoke=void -O0 -o %t && not %run %t 2>&1 | FileCheck %s
;; RUN: wasm2native %s --invoke=void -O2 -o %t && not %run %t 2>&1 | FileCheck %s
;; RUN: wasm2native %s --invoke=void -O2 --bounds=explicit -o %t && not %run %t 2>&1 | FileCheck %s
;; CHECK: {{^}}wasm trap: call stack exhausted{{$}}
(module
  (type $t (func (param i32) (result i32)))
  (table funcref (elem $indirect))
  (func $mutual (export "mutual") (type $t)
    (i32.mul (i32.const 3) (call $other (i32.add (local.get 0) (i32.const 1)))))
  (func $other (type $t)
    (i32.xor (i32.const 5) (call $mutual (i32.add (local.get 0) (i32.const 3)))))
  (func $indirect (export "indirect") (type $t)
    (i32.add (i32.const 1) (call_indirect (type $t) (local.get 0) (i32.const 0))))
  (func $void (export "void") (call $void)))
