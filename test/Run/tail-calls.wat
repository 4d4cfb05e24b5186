;; A tail call keeps the stack as it is, also where both functions have arguments on it,
;; and results in a buffer.
;; RUN: wasm2native %s --invoke=run -O0 -o %t && %run %t 10000000 | FileCheck %s
;; RUN: wasm2native %s --invoke=run -O2 -o %t && %run %t 10000000 | FileCheck %s
;; RUN: wasm2native %s --invoke=run -O2 --bounds=explicit -o %t && %run %t 10000000 | FileCheck %s

;; CHECK: {{^}}50000005000000{{$}}
;; CHECK-NEXT: {{^}}7{{$}}
;; CHECK-NEXT: {{^}}8{{$}}

(module
  (type $sum (func (param i64 i64) (result i64 i64 i64)))
  (table funcref (elem $few))
  ;; Adds up what is left of the count.
  (func $few (type $sum)
    (if (result i64 i64 i64) (i64.eqz (local.get 0))
      (then (local.get 1) (i64.const 7) (i64.const 8))
      (else (return_call $many
        (i64.const 1) (i64.const 1) (i64.const 1) (i64.const 1) (i64.const 1) (i64.const 1)
        (i64.const 1) (i64.const 1) (local.get 0) (local.get 1)))))
  (func $many (param i64 i64 i64 i64 i64 i64 i64 i64 i64 i64) (result i64 i64 i64)
    (return_call_indirect (type $sum)
      (i64.sub (local.get 8) (local.get 7)) (i64.add (local.get 9) (local.get 8)) (i32.const 0)))
  (func (export "run") (param i64) (result i64 i64 i64)
    (return_call $few (local.get 0) (i64.const 0))))
