;; Arguments are decimal or hexadecimal, signed or unsigned; results are signed.
;; RUN: wasm2native %s --invoke=echo -o %t
;; RUN: %run %t 4294967295 -9223372036854775808 | FileCheck %s --check-prefix=LIMITS
;; LIMITS:      {{^}}-1{{$}}
;; LIMITS-NEXT: {{^}}-9223372036854775808{{$}}
;; RUN: %run %t -0x80000000 0xFFFFffffFFFFfffe | FileCheck %s --check-prefix=HEX
;; HEX:      {{^}}-2147483648{{$}}
;; HEX-NEXT: {{^}}-2{{$}}
;; RUN: not %run %t 4294967296 0 2>&1 | FileCheck %s --check-prefix=RANGE
;; RANGE: error: '4294967296' is not a value of type i32 for 'echo'
;; RUN: not %run %t 0 18446744073709551616 2>&1 | FileCheck %s --check-prefix=WIDE
;; WIDE: error: '18446744073709551616' is not a value of type i64 for 'echo'
;; RUN: not %run %t -2147483649 0 2>&1 | FileCheck %s --check-prefix=LOW
;; LOW: error: '-2147483649' is not a value of type i32 for 'echo'
;; RUN: not %run %t 0x 0 2>&1 | FileCheck %s --check-prefix=MALFORMED
;; MALFORMED: error: '0x' is not a value of type i32 for 'echo'
(module
  (func (export "echo") (param i32 i64) (result i32 i64)
    (local.get 0)
    (local.get 1)))
