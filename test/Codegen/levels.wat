;; Every level gives a program with the same result; -O0 keeps the loop, -O2 and -Os need none.
;; RUN: wasm2native %s -O0 --invoke=sum -o %t && %run %t 100 | FileCheck %s
;; RUN: wasm2native %s -O1 --invoke=sum -o %t && %run %t 100 | FileCheck %s
;; RUN: wasm2native %s -O2 --invoke=sum -o %t && %run %t 100 | FileCheck %s
;; RUN: wasm2native %s -O3 --invoke=sum -o %t && %run %t 100 | FileCheck %s
;; RUN: wasm2native %s -Os --invoke=sum -o %t && %run %t 100 | FileCheck %s
;; RUN: wasm2native %s -O0 --emit=llvm-ir -o - | FileCheck %s --check-prefix=LOOP
;; RUN: wasm2native %s -O2 --emit=llvm-ir -o - | FileCheck %s --check-prefix=NONE
;; RUN: wasm2native %s -Os --emit=llvm-ir -o - | FileCheck %s --check-prefix=NONE
;; CHECK: {{^}}5050{{$}}
;; LOOP:      {{^}}loop:
;; NONE-NOT:  {{^}}loop:
(module
  (func (export "sum") (param i32) (result i32) (local i32)
    (loop $next
      (local.set 1 (i32.add (local.get 1) (local.get 0)))
      (br_if $next (local.tee 0 (i32.sub (local.get 0) (i32.const 1)))))
    (local.get 1)))
