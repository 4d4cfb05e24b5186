;; No address and offset reach outside of a 64-bit memory, though their sum may wrap.
;; RUN: wasm2native %s --bounds=guard --invoke=load -o %t.guard
;; RUN: wasm2native %s --bounds=explicit --invoke=load -o %t.explicit
;; RUN: %run %t.guard 65512 | FileCheck %s --check-prefix=INSIDE
;; RUN: %run %t.explicit 65512 | FileCheck %s --check-prefix=INSIDE
;; INSIDE: {{^}}7{{$}}
;; RUN: not %run %t.guard 65513 2>&1 | FileCheck %s
;; RUN: not %run %t.explicit 65513 2>&1 | FileCheck %s
;; RUN: not %run %t.guard 4294967296 2>&1 | FileCheck %s
;; RUN: not %run %t.guard 0x7fffffffffffffff 2>&1 | FileCheck %s
;; RUN: not %run %t.guard -1 2>&1 | FileCheck %s
;; RUN: not %run %t.guard -16 2>&1 | FileCheck %s
;; RUN: not %run %t.guard -24 2>&1 | FileCheck %s
;; CHECK: out of bounds memory access
(module
  (memory i64 1)
  (data (i64.const 65528) "\07")
  (func (export "load") (param i64) (result i64) (i64.load offset=16 (local.get 0))))
