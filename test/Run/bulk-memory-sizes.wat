;; memory.copy and memory.fill write exactly the bytes they should, whatever the size and
;; the overlap: the runtime moves blocks that overlap each other. The result is the number
;; of wrong bytes and of those looked at.
;; REQUIRES: run-aarch64
;; RUN: wasm2native %s --invoke=check -o %t
;; RUN: %run %t | FileCheck %s
;; RUN: wasm2native %s --target=aarch64-linux --invoke=check -o %t.aarch64
;; RUN: %run-aarch64 %t.aarch64 | FileCheck %s
;; CHECK:      {{^}}0{{$}}
;; CHECK-NEXT: {{^}}454874{{$}}
(module
  (memory 1)
  (global $wrong (mut i32) (i32.const 0))
  (global $seen (mut i32) (i32.const 0))
  (func $pattern (param $at i32) (result i32)
    (i32.and (i32.mul (i32.add (local.get $at) (i32.shr_u (local.get $at) (i32.const 8)))
                      (i32.const 7))
             (i32.const 255)))
  (func $reset (local $at i32)
    (loop $next
      (i32.store8 (local.get $at) (call $pattern (local.get $at)))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $at) (i32.const 8192)))))
  (func $expect (param $at i32) (param $value i32)
    (global.set $seen (i32.add (global.get $seen) (i32.const 1)))
    (if (i32.ne (i32.load8_u (local.get $at)) (local.get $value))
      (then (global.set $wrong (i32.add (global.get $wrong) (i32.const 1))))))
  (func $untouched (param $to i32) (param $size i32) (local $end i32)
    (local.set $end (i32.add (local.get $to) (local.get $size)))
    (call $expect (i32.sub (local.get $to) (i32.const 1))
                  (call $pattern (i32.sub (local.get $to) (i32.const 1))))
    (call $expect (local.get $end) (call $pattern (local.get $end))))
  (func $copy (param $to i32) (param $from i32) (param $size i32) (local $i i32)
    (call $reset)
    (memory.copy (local.get $to) (local.get $from) (local.get $size))
    (call $untouched (local.get $to) (local.get $size))
    (loop $next
      (if (i32.lt_u (local.get $i) (local.get $size))
        (then
          (call $expect (i32.add (local.get $to) (local.get $i))
                        (call $pattern (i32.add (local.get $from) (local.get $i))))
          (local.set $i (i32.add (local.get $i) (i32.const 1)))
          (br $next)))))
  (func $fill (param $to i32) (param $size i32) (local $i i32)
    (call $reset)
    (memory.fill (local.get $to) (i32.const 0xABCD) (local.get $size))
    (call $untouched (local.get $to) (local.get $size))
    (loop $next
      (if (i32.lt_u (local.get $i) (local.get $size))
        (then
          (call $expect (i32.add (local.get $to) (local.get $i)) (i32.const 0xCD))
          (local.set $i (i32.add (local.get $i) (i32.const 1)))
          (br $next)))))
  (func (export "check") (result i32 i32) (local $size i32)
    (loop $next
      (call $fill (i32.const 101) (local.get $size))
      (call $copy (i32.const 100) (i32.const 4100) (local.get $size))
      (call $copy (i32.const 100) (i32.const 101) (local.get $size))
      (call $copy (i32.const 101) (i32.const 100) (local.get $size))
      (call $copy (i32.const 117) (i32.const 150) (local.get $size))
      (call $copy (i32.const 150) (i32.const 117) (local.get $size))
      (call $copy (i32.const 100) (i32.const 300) (local.get $size))
      (local.set $size
        (i32.add (local.get $size)
                 (select (i32.const 1) (i32.const 333) (i32.lt_u (local.get $size) (i32.const 280)))))
      (br_if $next (i32.lt_u (local.get $size) (i32.const 4000))))
    (global.get $wrong)
    (global.get $seen)))
