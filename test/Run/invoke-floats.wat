;; Floats are read correctly rounded, and printed with the fewest digits that are read as
;; the same number.
;; RUN: wasm2native %s --invoke=echo -o %t
;; RUN: %run %t 0.1 0.1 | FileCheck %s --check-prefix=SHORT
;; SHORT:      {{^}}0.1{{$}}
;; SHORT-NEXT: {{^}}0.1{{$}}
;; RUN: %run %t 16777217 9007199254740993 | FileCheck %s --check-prefix=TIE
;; TIE:      {{^}}16777216{{$}}
;; TIE-NEXT: {{^}}9007199254740992{{$}}
;; RUN: %run %t 16777217.00000000000000000000000000000000000000000001 \
;; RUN:   9007199254740993.000000000000000000000000000000000000000000000000001 \
;; RUN:   | FileCheck %s --check-prefix=ABOVE
;; ABOVE:      {{^}}16777218{{$}}
;; ABOVE-NEXT: {{^}}9007199254740994{{$}}
;; RUN: %run %t 1e-45 2.2250738585072014e-308 | FileCheck %s --check-prefix=SMALL
;; SMALL:      {{^}}1e-45{{$}}
;; SMALL-NEXT: {{^}}2.2250738585072014e-308{{$}}
;; RUN: %run %t 0x1.8p-149 -0x1.fffffffffffffp1023 | FileCheck %s --check-prefix=HEX
;; HEX:      {{^}}3e-45{{$}}
;; HEX-NEXT: {{^}}-1.7976931348623157e+308{{$}}
;; RUN: %run %t -inf -nan | FileCheck %s --check-prefix=SPECIAL
;; SPECIAL:      {{^}}-inf{{$}}
;; SPECIAL-NEXT: {{^}}-nan{{$}}
;; RUN: %run %t -0 nan:0x123 | FileCheck %s --check-prefix=BITS
;; BITS:      {{^}}-0{{$}}
;; BITS-NEXT: {{^}}nan:0x123{{$}}
;; RUN: not %run %t 3.5e38 0 2>&1 | FileCheck %s --check-prefix=RANGE
;; RANGE: error: '3.5e38' is not a value of type f32 for 'echo'
;; RUN: not %run %t 1e 0 2>&1 | FileCheck %s --check-prefix=MALFORMED
;; MALFORMED: error: '1e' is not a value of type f32 for 'echo'
(module
  (func (export "echo") (param f32 f64) (result f32 f64)
    (local.get 0)
    (local.get 1)))
