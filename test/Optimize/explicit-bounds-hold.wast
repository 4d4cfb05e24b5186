;; Whatever becomes of checks of explicit bounds, what is out of bounds traps, and what is inside
;; does not: at the end of the memory, where addresses wrap, in loops upwards and downwards, in
;; steps too large to be followed, without an iteration, and with more than 2^32 of them.

;; RUN: wast2json %s -o %t.json
;; RUN: w2n-spectest %t.json -o %t.0 --bounds=explicit -O0
;; RUN: %run %t.0 | FileCheck %s
;; RUN: w2n-spectest %t.json -o %t.2 --bounds=explicit -O2
;; RUN: %run %t.2 | FileCheck %s
;; RUN: w2n-spectest %t.json -o %t.3 --bounds=explicit -O3
;; RUN: %run %t.3 | FileCheck %s

(module
  (memory (export "memory") 1 3)

  ;; Addresses p, p + 8 and p - 8 on one way.
  (func (export "neighbours") (param i32) (result i32)
    (i32.add
      (i32.load (local.get 0))
      (i32.add
        (i32.load (i32.add (local.get 0) (i32.const 8)))
        (i32.load (i32.sub (local.get 0) (i32.const 8))))))

  ;; The same address with a growing offset.
  (func (export "offsets") (param i32) (result i32)
    (i32.add (i32.load8_u offset=4 (local.get 0)) (i32.load8_u offset=9 (local.get 0))))

  ;; p + 8 is inside where p is not, since it wraps.
  (func (export "wrapped") (param i32) (result i32)
    (i32.load (i32.add (local.get 0) (i32.const 8))))

  ;; The second of two on one way is reached only where the first holds.
  (func (export "one.of.two") (param i32 i32) (result i32)
    (if (result i32) (local.get 1)
      (then (i32.load (local.get 0)))
      (else (i32.load (i32.add (local.get 0) (i32.const 64))))))

  ;; Reads Count words from Start on, Step apart.
  (func $up (export "up") (param $start i32) (param $count i32) (result i32) (local $sum i32)
    (if (i32.eqz (local.get $count)) (then (return (i32.const 0))))
    (loop $next
      (local.set $sum (i32.add (local.get $sum) (i32.load (local.get $start))))
      (local.set $start (i32.add (local.get $start) (i32.const 4)))
      (br_if $next (local.tee $count (i32.sub (local.get $count) (i32.const 1)))))
    (local.get $sum))
  (func (export "down") (param $start i32) (param $count i32) (result i32) (local $sum i32)
    (loop $next
      (local.set $sum (i32.add (local.get $sum) (i32.load (local.get $start))))
      (local.set $start (i32.sub (local.get $start) (i32.const 4)))
      (br_if $next (local.tee $count (i32.sub (local.get $count) (i32.const 1)))))
    (local.get $sum))
  ;; Steps that jump over all that is out of bounds.
  (func (export "far") (param $start i32) (param $count i32) (result i32) (local $sum i32)
    (loop $next
      (local.set $sum (i32.add (local.get $sum) (i32.load (local.get $start))))
      (local.set $start (i32.add (local.get $start) (i32.const 0x80000000)))
      (br_if $next (local.tee $count (i32.sub (local.get $count) (i32.const 1)))))
    (local.get $sum))
  (func (export "long") (param $start i32) (param $count i64) (result i32) (local $sum i32)
    (loop $next
      (local.set $sum (i32.add (local.get $sum) (i32.load (local.get $start))))
      (local.set $start (i32.add (local.get $start) (i32.const 4)))
      (br_if $next (i64.ne (local.tee $count (i64.sub (local.get $count) (i64.const 1)))
                           (i64.const 0))))
    (local.get $sum))

  ;; Three neighbours in each iteration, the lowest one last.
  (func (export "stencil") (param $start i32) (param $count i32)
    (loop $next
      (i32.store (local.get $start)
        (i32.add (i32.load (i32.add (local.get $start) (i32.const 4)))
                 (i32.load (i32.sub (local.get $start) (i32.const 4)))))
      (local.set $start (i32.add (local.get $start) (i32.const 4)))
      (br_if $next (local.tee $count (i32.sub (local.get $count) (i32.const 1))))))

  ;; Left at a zero: what is behind it is not read.
  (func (export "length") (param $start i32) (param $count i32) (result i32) (local $i i32)
    (block $end
      (loop $next
        (br_if $end (i32.eqz (i32.load8_u (i32.add (local.get $start) (local.get $i)))))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br_if $next (i32.ne (local.get $i) (local.get $count)))))
    (local.get $i))

  ;; Reads only where Mask has a bit.
  (func (export "some") (param $start i32) (param $count i32) (param $mask i32) (result i32)
    (local $sum i32)
    (loop $next
      (if (i32.and (local.get $mask) (i32.const 1))
        (then (local.set $sum (i32.add (local.get $sum) (i32.load (local.get $start))))))
      (local.set $mask (i32.shr_u (local.get $mask) (i32.const 1)))
      (local.set $start (i32.add (local.get $start) (i32.const 4)))
      (br_if $next (local.tee $count (i32.sub (local.get $count) (i32.const 1)))))
    (local.get $sum))

  ;; Each iteration grows the memory by the page that the next one reads.
  (func (export "growing") (param $start i32) (param $count i32) (result i32) (local $sum i32)
    (loop $next
      (local.set $sum (i32.add (local.get $sum) (i32.load (local.get $start))))
      (drop (memory.grow (i32.const 1)))
      (local.set $start (i32.add (local.get $start) (i32.const 65536)))
      (br_if $next (local.tee $count (i32.sub (local.get $count) (i32.const 1)))))
    (local.get $sum))
  (func (export "size") (result i32) (memory.size)))

(assert_return (invoke "neighbours" (i32.const 8)) (i32.const 0))
(assert_return (invoke "neighbours" (i32.const 65524)) (i32.const 0))
(assert_trap (invoke "neighbours" (i32.const 65525)) "out of bounds memory access")
(assert_trap (invoke "neighbours" (i32.const 7)) "out of bounds memory access")
(assert_trap (invoke "neighbours" (i32.const 0)) "out of bounds memory access")
(assert_trap (invoke "neighbours" (i32.const -8)) "out of bounds memory access")
(assert_trap (invoke "neighbours" (i32.const -4)) "out of bounds memory access")
(assert_return (invoke "offsets" (i32.const 65526)) (i32.const 0))
(assert_trap (invoke "offsets" (i32.const 65527)) "out of bounds memory access")
(assert_trap (invoke "offsets" (i32.const -9)) "out of bounds memory access")
(assert_return (invoke "wrapped" (i32.const -8)) (i32.const 0))
(assert_trap (invoke "wrapped" (i32.const -12)) "out of bounds memory access")
(assert_return (invoke "one.of.two" (i32.const 65532) (i32.const 1)) (i32.const 0))
(assert_trap (invoke "one.of.two" (i32.const 65532) (i32.const 0)) "out of bounds memory access")
(assert_return (invoke "one.of.two" (i32.const -64) (i32.const 0)) (i32.const 0))
(assert_trap (invoke "one.of.two" (i32.const -64) (i32.const 1)) "out of bounds memory access")

(assert_return (invoke "up" (i32.const 0) (i32.const 16384)) (i32.const 0))
(assert_trap (invoke "up" (i32.const 0) (i32.const 16385)) "out of bounds memory access")
(assert_trap (invoke "up" (i32.const 1) (i32.const 16384)) "out of bounds memory access")
(assert_return (invoke "up" (i32.const -1) (i32.const 0)) (i32.const 0))
(assert_trap (invoke "up" (i32.const -4) (i32.const 2)) "out of bounds memory access")
(assert_trap (invoke "up" (i32.const 0) (i32.const 0x40000001)) "out of bounds memory access")
(assert_trap (invoke "up" (i32.const 0) (i32.const -1)) "out of bounds memory access")
(assert_return (invoke "down" (i32.const 65532) (i32.const 16384)) (i32.const 0))
(assert_trap (invoke "down" (i32.const 65532) (i32.const 16385)) "out of bounds memory access")
(assert_trap (invoke "down" (i32.const 65533) (i32.const 1)) "out of bounds memory access")
(assert_trap (invoke "down" (i32.const 65536) (i32.const 4)) "out of bounds memory access")
(assert_trap (invoke "down" (i32.const 4) (i32.const 0)) "out of bounds memory access")
(assert_return (invoke "far" (i32.const 0) (i32.const 1)) (i32.const 0))
(assert_trap (invoke "far" (i32.const 0) (i32.const 2)) "out of bounds memory access")
(assert_return (invoke "long" (i32.const 0) (i64.const 16384)) (i32.const 0))
(assert_trap (invoke "long" (i32.const 0) (i64.const 16385)) "out of bounds memory access")
(assert_trap (invoke "long" (i32.const 0) (i64.const 0x100000001)) "out of bounds memory access")
(assert_trap (invoke "long" (i32.const 0) (i64.const 0x4000000000000001))
  "out of bounds memory access")
(assert_trap (invoke "long" (i32.const 0) (i64.const 0)) "out of bounds memory access")

(assert_return (invoke "stencil" (i32.const 4) (i32.const 16382)))
(assert_trap (invoke "stencil" (i32.const 4) (i32.const 16383)) "out of bounds memory access")
(assert_trap (invoke "stencil" (i32.const 0) (i32.const 1)) "out of bounds memory access")
(assert_trap (invoke "stencil" (i32.const -4) (i32.const 3)) "out of bounds memory access")
(assert_return (invoke "length" (i32.const 65535) (i32.const 100)) (i32.const 0))
(assert_trap (invoke "length" (i32.const 65536) (i32.const 100)) "out of bounds memory access")
(assert_return (invoke "some" (i32.const 65528) (i32.const 30) (i32.const 3)) (i32.const 0))
(assert_return (invoke "some" (i32.const 65540) (i32.const 30) (i32.const 0)) (i32.const 0))
(assert_trap (invoke "some" (i32.const 65528) (i32.const 30) (i32.const 7))
  "out of bounds memory access")

(assert_return (invoke "size") (i32.const 1))
(assert_return (invoke "growing" (i32.const 0) (i32.const 3)) (i32.const 0))
(assert_return (invoke "size") (i32.const 3))
(assert_trap (invoke "growing" (i32.const 0) (i32.const 4)) "out of bounds memory access")
(assert_return (invoke "up" (i32.const 0) (i32.const 49152)) (i32.const 0))
(assert_trap (invoke "up" (i32.const 0) (i32.const 49153)) "out of bounds memory access")

;; 64-bit addresses.
(module
  (memory i64 1)
  (func (export "neighbours") (param i64) (result i32)
    (i32.add
      (i32.load (local.get 0))
      (i32.add
        (i32.load (i64.add (local.get 0) (i64.const 8)))
        (i32.load (i64.sub (local.get 0) (i64.const 8))))))
  (func (export "up") (param $start i64) (param $count i64) (result i32) (local $sum i32)
    (loop $next
      (local.set $sum (i32.add (local.get $sum) (i32.load (local.get $start))))
      (local.set $start (i64.add (local.get $start) (i64.const 4)))
      (br_if $next (i64.ne (local.tee $count (i64.sub (local.get $count) (i64.const 1)))
                           (i64.const 0))))
    (local.get $sum))
  (func (export "down") (param $start i64) (param $count i64) (result i32) (local $sum i32)
    (loop $next
      (local.set $sum (i32.add (local.get $sum) (i32.load (local.get $start))))
      (local.set $start (i64.sub (local.get $start) (i64.const 4)))
      (br_if $next (i64.ne (local.tee $count (i64.sub (local.get $count) (i64.const 1)))
                           (i64.const 0))))
    (local.get $sum)))
(assert_return (invoke "neighbours" (i64.const 8)) (i32.const 0))
(assert_return (invoke "neighbours" (i64.const 65524)) (i32.const 0))
(assert_trap (invoke "neighbours" (i64.const 65525)) "out of bounds memory access")
(assert_trap (invoke "neighbours" (i64.const 7)) "out of bounds memory access")
(assert_trap (invoke "neighbours" (i64.const -8)) "out of bounds memory access")
(assert_return (invoke "up" (i64.const 0) (i64.const 16384)) (i32.const 0))
(assert_trap (invoke "up" (i64.const 0) (i64.const 16385)) "out of bounds memory access")
(assert_trap (invoke "up" (i64.const -4) (i64.const 2)) "out of bounds memory access")
(assert_trap (invoke "up" (i64.const 0) (i64.const 0x4000000000000001))
  "out of bounds memory access")
(assert_trap (invoke "up" (i64.const 0) (i64.const 0)) "out of bounds memory access")
(assert_return (invoke "down" (i64.const 65532) (i64.const 16384)) (i32.const 0))
(assert_trap (invoke "down" (i64.const 65532) (i64.const 16385)) "out of bounds memory access")
(assert_trap (invoke "down" (i64.const 0) (i64.const 0x4000000000000000))
  "out of bounds memory access")
;; CHECK: passed 65 of 65
