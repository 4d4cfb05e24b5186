;; Functions that are compiled as parts of their own share globals, memory, table, types of
;; functions, tags and references to functions, and call one another in every way.
;; RUN: wasm2native %s --invoke=sum --part-size=1 -o %t
;; RUN: %run %t | FileCheck %s
;; RUN: wasm2native %s --invoke=sum --part-size=1 -O0 --bounds=explicit -o %t
;; RUN: %run %t | FileCheck %s
;; CHECK: {{^}}1111111{{$}}
(module
  (type $unary (func (param i32) (result i32)))
  (memory 1)
  (data (i32.const 0) "\01")
  (global $count (mut i32) (i32.const 0))
  (table funcref (elem $second))
  (tag $tag (param i32))
  (elem declare func $third)
  (func $add (param i32)
    (global.set $count (i32.add (global.get $count) (local.get 0))))
  (func $first (param i32) (result i32) (i32.mul (local.get 0) (i32.load8_u (i32.const 0))))
  (func $second (type $unary) (i32.mul (local.get 0) (i32.const 10)))
  (func $third (type $unary) (i32.mul (local.get 0) (i32.const 100)))
  (func $jump (type $unary) (return_call $jumped (local.get 0) (i32.const 1) (i32.const 2)
    (i32.const 3) (i32.const 4) (i32.const 5) (i32.const 6) (i32.const 7)))
  (func $jumped (param i32 i32 i32 i32 i32 i32 i32 i32) (result i32)
    (i32.mul (local.get 0) (i32.add (i32.const 993) (local.get 7))))
  (func $throw (param i32) (throw $tag (i32.mul (local.get 0) (i32.const 10000))))
  (func $catch (param i32) (result i32)
    (try (result i32)
      (do (call $throw (local.get 0)) (i32.const 0))
      (catch $tag)))
  (func $pair (result i32 i32 i32) (i32.const 100000) (i32.const 1000000) (i32.const 0))
  (func (export "sum") (result i32)
    (call $add (call $first (i32.const 1)))
    (call $add (call_indirect (type $unary) (i32.const 1) (i32.const 0)))
    (table.set 0 (i32.const 0) (ref.func $third))
    (call $add (call_indirect (type $unary) (i32.const 1) (i32.const 0)))
    (call $add (call $jump (i32.const 1)))
    (call $add (call $catch (i32.const 1)))
    (call $pair)
    (call $add) (call $add) (call $add)
    (global.get $count)))
