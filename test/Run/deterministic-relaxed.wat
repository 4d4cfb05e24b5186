;; Where a relaxed instruction has a choice, a deterministic program makes the first one
;; on every CPU: saturates, gives 0 for an index out of range, selects bits, rounds twice.
;; REQUIRES: run-aarch64
;; RUN: wasm2native %s --deterministic --invoke=all -o %t
;; RUN: %run %t | FileCheck %s
;; RUN: wasm2native %s --deterministic --target=aarch64-linux --invoke=all -o %t.aarch64
;; RUN: %run-aarch64 %t.aarch64 | FileCheck %s
;; CHECK:      {{^}}0{{$}}
;; CHECK-NEXT: {{^}}2147483647{{$}}
;; CHECK-NEXT: {{^}}-1{{$}}
;; CHECK-NEXT: {{^}}32767{{$}}
;; CHECK-NEXT: {{^}}32512{{$}}
;; CHECK-NEXT: {{^}}4660{{$}}
;; CHECK-NEXT: {{^}}inf{{$}}
;; CHECK-NEXT: {{^}}-0{{$}}
(module
  ;; Written before it is read, so that nothing is computed while compiling.
  (memory 1)
  (func $hidden (param v128) (result v128)
    (v128.store (i32.const 16) (local.get 0))
    (v128.load (i32.const 16)))
  (func (export "all") (result i32 i32 i32 i32 i32 i32 f32 f32)
    (i8x16.extract_lane_s 0
      (i8x16.relaxed_swizzle (call $hidden (i8x16.splat (i32.const 7)))
                             (call $hidden (i8x16.splat (i32.const 16)))))
    (i32x4.extract_lane 0
      (i32x4.relaxed_trunc_f32x4_s (call $hidden (f32x4.splat (f32.const 1e30)))))
    (i32x4.extract_lane 0
      (i32x4.relaxed_trunc_f64x2_u_zero (call $hidden (f64x2.splat (f64.const 1e30)))))
    (i16x8.extract_lane_s 0
      (i16x8.relaxed_q15mulr_s (call $hidden (i16x8.splat (i32.const -32768)))
                               (call $hidden (i16x8.splat (i32.const -32768)))))
    (i16x8.extract_lane_s 0
      (i16x8.dot_i8x16_i7x16_s (call $hidden (i8x16.splat (i32.const -128)))
                               (call $hidden (i8x16.splat (i32.const -127)))))
    (i16x8.extract_lane_s 0
      (i16x8.relaxed_laneselect (call $hidden (i16x8.splat (i32.const 0x1200)))
                                (call $hidden (i16x8.splat (i32.const 0x0034)))
                                (call $hidden (i16x8.splat (i32.const 0x7f00)))))
    (f32x4.extract_lane 0
      (f32x4.relaxed_madd (call $hidden (f32x4.splat (f32.const 0x1.fffffep+127)))
                          (call $hidden (f32x4.splat (f32.const 2)))
                          (call $hidden (f32x4.splat (f32.const -0x1.fffffep+127)))))
    (f32x4.extract_lane 0
      (f32x4.relaxed_min (call $hidden (f32x4.splat (f32.const -0)))
                         (call $hidden (f32x4.splat (f32.const 0)))))))
