;; Of a universal file, the program for the CPU is run.
;; RUN: wasm2native %s --invoke=answer --target=x86_64-apple-macos,arm64-apple-macos -o %t
;; RUN: %run %t | FileCheck %s
;; CHECK: {{^}}42{{$}}
(module (func (export "answer") (result i32) (i32.const 42)))
