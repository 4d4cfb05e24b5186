;; rethrow throws what the clause it names has caught, not what a clause between has.
;; RUN: wasm2native %s --invoke=f -O0 -o %t.O0
;; RUN: %run %t.O0 | FileCheck %s
;; RUN: wasm2native %s --invoke=f -O2 -o %t.O2
;; RUN: %run %t.O2 | FileCheck %s
;; CHECK: {{^}}1{{$}}
(module
  (tag $t (param i32))
  (func $throw (param i32) (throw $t (local.get 0)))
  (func (export "f") (result i32)
    (try (result i32)
      (do
        (try $first (result i32)
          (do (call $throw (i32.const 1)) (i32.const 0))
          (catch $t
            (drop)
            (try (do (call $throw (i32.const 2)))
              (catch $t (drop) (rethrow $first)))
            (i32.const 3))))
      (catch $t))))
