;; Backtraces show names of C++ and Rust as they are in the source, unless that could be very
;; long, and others as they are.
;; RUN: wasm2native %s -o %t
;; RUN: not %run %t 2>&1 | FileCheck %s
;; CHECK:      {{^}}  at 3: math::divide(int, int){{$}}
;; CHECK-NEXT: {{^}}  at 2: app::divide{{$}}
;; CHECK-NEXT: {{^}}  at 1: _Zebra{{$}}
;; CHECK-NEXT: {{^}}  at 4: _Z1f1AIiiE1AIS_S_E1AIS0_S0_E1AIS1_S1_E1AIS2_S2_E1AIS3_S3_E{{$}}
;; CHECK-NEXT: {{^}}  at 0: _start{{$}}
(module
  (global $count (mut i32) (i32.const 0))
  (table funcref (elem 4 1 2 3))
  (func (export "_start")
    (call_indirect (i32.const 0))
    (global.set $count (i32.const 1)))
  (func $_Zebra
    (call_indirect (i32.const 2))
    (global.set $count (i32.const 2)))
  (func $_RNvC3app6divide
    (call_indirect (i32.const 3))
    (global.set $count (i32.const 3)))
  (func $_ZN4math6divideEii
    unreachable)
  (func $_Z1f1AIiiE1AIS_S_E1AIS0_S0_E1AIS1_S1_E1AIS2_S2_E1AIS3_S3_E
    (call_indirect (i32.const 1))
    (global.set $count (i32.const 4)))
  ;; So that calls through the table remain what they are.
  (func (table.set 0 (i32.const 0) (ref.null func))))
