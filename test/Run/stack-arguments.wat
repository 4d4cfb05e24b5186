;; Values outlive a call that passes arguments on the stack, optimised or not.
;; RUN: wasm2native %s --invoke=go -O0 -o %t && %run %t 1 | FileCheck %s
;; RUN: wasm2native %s --invoke=go -O2 -o %t && %run %t 1 | FileCheck %s
;; CHECK: {{^}}126{{$}}
(module
  (memory 1)
  (global $number (mut i32) (i32.const 20))
  (func $last (param i32 i32 i32 i32 i32 i32 i32 i32 i32 i32) (result i32)
    (i32.store (local.get 0) (i32.const 100))
    (local.get 9))
  (func $middle (param i32) (result i32) (local $address i32)
    (local.set $address (i32.add (global.get $number) (local.get 0)))
    (call $last (local.get $address) (i32.const 1) (i32.const 2) (i32.const 3) (i32.const 4)
                (i32.const 5) (i32.const 6) (i32.const 7) (i32.const 8) (i32.const 5))
    (i32.add (i32.add (i32.load (local.get $address)) (local.get $address))))
  (func (export "go") (param i32) (result i32)
    (call $middle (local.get 0))))
