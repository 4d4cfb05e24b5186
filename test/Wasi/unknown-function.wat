;; An import from WASI that is not there is told from one of another module.
;; RUN: not wasm2native %s -o %t 2>&1 | FileCheck %s
;; CHECK: error: undefined import 'wasi_snapshot_preview1.fd_reed': wasi_snapshot_preview1 has no such function{{$}}
(module
  (import "wasi_snapshot_preview1" "fd_reed" (func (param i32 i32 i32 i32) (result i32)))
  (func (export "_start")))
