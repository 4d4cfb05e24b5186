;; An exception goes to the first clause with its tag, and brings what it carries.
;; RUN: wasm2native %s --invoke=f -O0 -o %t.O0
;; RUN: %run %t.O0 0 | FileCheck %s --check-prefix=NONE
;; RUN: %run %t.O0 1 | FileCheck %s --check-prefix=TAG
;; RUN: %run %t.O0 2 | FileCheck %s --check-prefix=ALL
;; RUN: wasm2native %s --invoke=f -O2 --bounds=explicit -o %t.O2
;; RUN: %run %t.O2 0 | FileCheck %s --check-prefix=NONE
;; RUN: %run %t.O2 1 | FileCheck %s --check-prefix=TAG
;; RUN: %run %t.O2 2 | FileCheck %s --check-prefix=ALL
;; NONE: {{^}}1{{$}}
;; TAG:  {{^}}12{{$}}
;; ALL:  {{^}}3{{$}}
(module
  (tag $pair (param i32 i64))
  (tag $other (param f64))
  (func $throw (param i32)
    (if (i32.eq (local.get 0) (i32.const 1))
      (then (throw $pair (i32.const 7) (i64.const 5))))
    (if (i32.eq (local.get 0) (i32.const 2))
      (then (throw $other (f64.const 1.5)))))
  (func (export "f") (param i32) (result i32)
    (try (result i32)
      (do (call $throw (local.get 0)) (i32.const 1))
      (catch $pair (i32.wrap_i64) (i32.add))
      (catch_all (i32.const 3)))))
