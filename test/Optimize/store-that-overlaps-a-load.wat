;; What one iteration stores is what the next one loads, but for the bytes that another store has
;; replaced by then.
;; RUN: wasm2native %s --invoke=sum -O0 -o %t.plain
;; RUN: wasm2native %s --invoke=sum -O3 -o %t
;; RUN: wasm2native %s --invoke=sum -Os -o %t.small
;; RUN: %t.plain > %t.txt
;; RUN: FileCheck %s < %t.txt
;; RUN: %t | cmp - %t.txt
;; RUN: %t.small | cmp - %t.txt
;; CHECK: 880658304
(module
  (memory 1)
  (func $move (param $to i32) (param $from i32) (param $count i32)
    (loop $again
      (v128.store (i32.sub (local.get $to) (i32.const 4)) (v128.load (local.get $from)))
      (v128.store offset=16 (local.get $to)
        (i8x16.add (v128.load (local.get $to)) (i8x16.splat (i32.const 1))))
      (local.set $to (i32.add (local.get $to) (i32.const 16)))
      (local.set $from (i32.add (local.get $from) (i32.const 16)))
      (br_if $again (local.tee $count (i32.sub (local.get $count) (i32.const 1))))))
  (func (export "sum") (result i32)
    (local $at i32) (local $sum i32)
    (loop $fill
      (i32.store8 (local.get $at) (local.get $at))
      (br_if $fill (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 1)))
                             (i32.const 4096))))
    (call $move (i32.const 256) (i32.const 2048) (i32.const 20))
    (local.set $at (i32.const 0))
    (loop $add
      (local.set $sum
        (i32.add (i32.mul (local.get $sum) (i32.const 31)) (i32.load8_u (local.get $at))))
      (br_if $add (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 1)))
                            (i32.const 1024))))
    (local.get $sum)))
