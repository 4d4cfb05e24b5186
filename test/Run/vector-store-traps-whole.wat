;; A vector that is stored across the end of the memory traps, with guards and without.
;; RUN: wasm2native %s --bounds=guard --invoke=store -o %t.guard
;; RUN: wasm2native %s --bounds=explicit --invoke=store -o %t.explicit
;; RUN: %run %t.guard 65520 | FileCheck %s --check-prefix=INSIDE
;; RUN: %run %t.explicit 65520 | FileCheck %s --check-prefix=INSIDE
;; RUN: not %run %t.guard 65521 2>&1 | FileCheck %s
;; RUN: not %run %t.explicit 65521 2>&1 | FileCheck %s
;; RUN: not %run %t.guard -1 2>&1 | FileCheck %s
;; RUN: not %run %t.explicit -1 2>&1 | FileCheck %s
;; INSIDE: {{^}}16909060{{$}}
;; CHECK: wasm trap: out of bounds memory access
(module
  (memory 1 1)
  (func (export "store") (param i32) (result i32)
    (v128.store (local.get 0) (i32x4.splat (i32.const 0x01020304)))
    (i32.load (i32.const 65532))))
