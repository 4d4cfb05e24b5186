;; A vector takes two slots of what an exception carries.
;; RUN: wasm2native %s --invoke=f -O0 -o %t.O0
;; RUN: %run %t.O0 | FileCheck %s
;; RUN: wasm2native %s --invoke=f -O2 -o %t.O2
;; RUN: %run %t.O2 | FileCheck %s
;; CHECK: {{^}}4007{{$}}
(module
  (tag $t (param i32 v128 i32))
  (func $throw (throw $t (i32.const 1000) (v128.const i32x4 1 2 3 4) (i32.const 7)))
  (func (export "f") (result i32)
    (local $seven i32) (local $vector v128)
    (try (result i32)
      (do (call $throw) (i32.const 0))
      (catch $t
        (local.set $seven)
        (local.set $vector)
        (i32.mul (i32x4.extract_lane 3 (local.get $vector)))
        (i32.add (local.get $seven))))))
