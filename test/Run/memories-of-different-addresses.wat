;; Bytes are copied between memories, whatever their address types.
;; RUN: wasm2native %s --invoke=copy -o %t
;; RUN: %run %t | FileCheck %s
;; CHECK:      {{^}}67305985{{$}}
;; CHECK-NEXT: {{^}}0{{$}}
(module
  (memory $from 1)
  (memory $to i64 1)
  (data (memory $from) (i32.const 100) "\01\02\03\04")
  (func (export "copy") (result i32 i32)
    (memory.copy $to $from (i64.const 200) (i32.const 100) (i32.const 4))
    (i32.load $to (i64.const 200))
    (i32.load $to (i64.const 100))))
