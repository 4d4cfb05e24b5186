;; Growing gives the size before, what is new is zero, and what cannot be leaves all as it
;; was: beyond the declared maximum, and where the system has no room.
;; Instrumented, w2n-noexec itself takes more address space than the limit.
;; UNSUPPORTED: sanitized
;; RUN: wasm2native %s --bounds=guard --invoke=grow -o %t.guard
;; RUN: wasm2native %s --bounds=explicit --invoke=grow -o %t.explicit
;; RUN: %run %t.guard 99 | FileCheck %s --check-prefix=DONE
;; RUN: %run %t.explicit 99 | FileCheck %s --check-prefix=DONE
;; DONE:      {{^}}1{{$}}
;; DONE-NEXT: {{^}}100{{$}}
;; DONE-NEXT: {{^}}7{{$}}
;; DONE-NEXT: {{^}}0{{$}}
;; RUN: %run %t.guard 65534 | FileCheck %s --check-prefix=REFUSED
;; RUN: %run %t.explicit 65534 | FileCheck %s --check-prefix=REFUSED
;; RUN: %run %t.guard -1 | FileCheck %s --check-prefix=REFUSED
;; RUN: sh -c 'ulimit -v 2000000; %run %t.explicit 40000' | FileCheck %s --check-prefix=REFUSED
;; REFUSED:      {{^}}-1{{$}}
;; REFUSED-NEXT: {{^}}1{{$}}
;; REFUSED-NEXT: {{^}}7{{$}}
(module
  (memory 1 60000)
  (data (i32.const 65535) "\07")
  (func (export "grow") (param i32) (result i32 i32 i32 i32)
    (memory.grow (local.get 0))
    (memory.size)
    (i32.load8_u (i32.const 65535))
    (i32.load8_u (i32.sub (i32.mul (memory.size) (i32.const 65536)) (i32.const 2)))))
