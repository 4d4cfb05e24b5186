;; A 64-bit memory grows beyond what 32 bits address, as far as the system goes.
;; RUN: wasm2native %s --invoke=grow -o %t
;; RUN: %run %t 65536 | FileCheck %s
;; CHECK:      {{^}}1{{$}}
;; CHECK-NEXT: {{^}}65537{{$}}
;; CHECK-NEXT: {{^}}9{{$}}
;; RUN: not %run %t 0x1000000000000 2>&1 | FileCheck %s --check-prefix=REFUSED
;; RUN: not %run %t -1 2>&1 | FileCheck %s --check-prefix=REFUSED
;; REFUSED: out of bounds memory access
(module
  (memory i64 1)
  (func (export "grow") (param i64) (result i64 i64 i32)
    (memory.grow (local.get 0))
    (memory.size)
    (i32.store8 (i64.const 0x100000008) (i32.const 9))
    (i32.load8_u (i64.const 0x100000008))))
