;; A delegate passes the handlers between itself and its label by.
;; RUN: wasm2native %s --invoke=f -O0 -o %t.O0
;; RUN: %run %t.O0 | FileCheck %s
;; RUN: wasm2native %s --invoke=f -O2 -o %t.O2
;; RUN: %run %t.O2 | FileCheck %s
;; CHECK: {{^}}20{{$}}
(module
  (tag $t)
  (func $throw (throw $t))
  (func (export "f") (result i32)
    (try $outer (result i32)
      (do
        (try (result i32)
          (do
            (try (result i32)
              (do (call $throw) (i32.const 1))
              (delegate $outer)))
          (catch_all (i32.const 10))))
      (catch_all (i32.const 20)))))
