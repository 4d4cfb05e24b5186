;; Loops that look like functions of the C library which the runtime does not have stay
;; loops.
;; RUN: wasm2native %s -O3 --emit=llvm-ir -o - | FileCheck %s
;; RUN: wasm2native %s -O3 --emit=obj -o %t.o
;; RUN: llvm-nm --undefined-only --format=just-symbols %t.o | FileCheck %s --check-prefix=SYMBOLS
;; CHECK-LABEL: define {{.*}} @wasm.0.length(
;; CHECK-NOT:   call
;; CHECK:       ret i32
;; CHECK-LABEL: define {{.*}} @wasm.1.compare(
;; CHECK-NOT:   call {{.*}}cmp
;; CHECK:       ret i32
;; SYMBOLS:     w2n_rt_abi
;; SYMBOLS-NOT: {{^(str|wcs|bcmp|memcmp)}}
(module
  (memory 1)
  (func $length (export "length") (param $at i32) (result i32) (local $end i32)
    (local.set $end (local.get $at))
    (block $done
      (loop $next
        (br_if $done (i32.eqz (i32.load8_u (local.get $end))))
        (local.set $end (i32.add (local.get $end) (i32.const 1)))
        (br $next)))
    (i32.sub (local.get $end) (local.get $at)))
  (func $compare (export "compare") (param $a i32) (param $b i32) (param $size i32) (result i32)
    (block $done
      (loop $next
        (br_if $done (i32.eqz (local.get $size)))
        (if (i32.ne (i32.load8_u (local.get $a)) (i32.load8_u (local.get $b)))
          (then (return (i32.const 1))))
        (local.set $a (i32.add (local.get $a) (i32.const 1)))
        (local.set $b (i32.add (local.get $b) (i32.const 1)))
        (local.set $size (i32.sub (local.get $size) (i32.const 1)))
        (br $next)))
    (i32.const 0)))
