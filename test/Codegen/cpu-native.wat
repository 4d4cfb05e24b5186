;; --cpu=native is this machine, whose programs run here; for another it is an error.
;; RUN: wasm2native %s --cpu=native --invoke=f -o %t && %run %t 3 | FileCheck %s
;; RUN: not wasm2native %s -c --target=%{other}-linux --cpu=native -o %t.o 2>&1 \
;; RUN:   | FileCheck %s --check-prefix=OTHER
;; CHECK: {{^}}2{{$}}
;; OTHER: error: --cpu=native is this machine, and code for aarch64-linux cannot run on it
(module
  (func (export "f") (param i32) (result i32) (i32.popcnt (local.get 0))))
