;; A product of 64-bit numbers that a module makes of 32-bit halves, as compilers have it in a
;; function of theirs, is one multiplication, also where all four halves are used and the terms
;; of a 128-bit product are added to it.
;; RUN: wasm2native %s --target=x86_64-linux --emit=asm -o - | FileCheck %s
;; RUN: wasm2native %s --target=x86_64-linux -O3 --emit=asm -o - | FileCheck %s
;; RUN: wasm2native %s --target=aarch64-linux --emit=asm -o - | FileCheck %s --check-prefix=ARM
;; RUN: wasm2native %s --placement=library --emit=llvm-ir -o - | FileCheck %s --check-prefix=IR
;; RUN: wasm2native %s --invoke=product -o %t
;; RUN: %t -2 3 -3 5 | FileCheck %s --check-prefix=SMALL
;; RUN: %t 0xfedcba9876543210 0 0x8123456789abcdef 0 | FileCheck %s --check-prefix=LARGE
;; SMALL:       {{^}}6{{$}}
;; SMALL-NEXT:  {{^}}-24{{$}}
;; LARGE:       {{^}}2465395958572223728{{$}}
;; LARGE-NEXT:  {{^}}-9182743652376383414{{$}}
;; CHECK-LABEL: wasm.0.product:
;; CHECK:       mulq
;; CHECK-NOT:   {{[^i]}}mulq
;; CHECK:       {{^}}.Lfunc_end0:
;; ARM-LABEL:   wasm.0.product:
;; ARM:         umulh
;; ARM-NOT:     umulh
;; ARM:         {{^}}.Lfunc_end0:
;; IR-LABEL:    define {{.*}}@wasm.0.product(
;; IR-COUNT-3:  = mul {{.*}}i{{64|128}}
;; IR-NOT:      = mul
;; IR-LABEL:    define {{.*}}@wasm.1.other(
;; IR-COUNT-4:  = mul {{.*}}i64
(module
  (func $product (export "product") (param $x i64) (param $xh i64) (param $y i64) (param $yh i64)
    (result i64 i64)
    (local $low i64) (local $first i64) (local $second i64)
    (local.set $low (i64.mul (i64.and (local.get $y) (i64.const 0xffffffff))
                             (i64.and (local.get $x) (i64.const 0xffffffff))))
    (local.set $first
      (i64.add (i64.shr_u (local.get $low) (i64.const 32))
               (i64.mul (i64.and (local.get $y) (i64.const 0xffffffff))
                        (i64.shr_u (local.get $x) (i64.const 32)))))
    (local.set $second
      (i64.add (i64.and (local.get $first) (i64.const 0xffffffff))
               (i64.mul (i64.shr_u (local.get $y) (i64.const 32))
                        (i64.and (local.get $x) (i64.const 0xffffffff)))))
    (i64.or (i64.shl (local.get $second) (i64.const 32))
            (i64.and (local.get $low) (i64.const 0xffffffff)))
    (i64.add
      (i64.add
        (i64.add (i64.add (i64.mul (local.get $yh) (local.get $x))
                          (i64.mul (local.get $xh) (local.get $y)))
                 (i64.mul (i64.shr_u (local.get $y) (i64.const 32))
                          (i64.shr_u (local.get $x) (i64.const 32))))
        (i64.shr_u (local.get $first) (i64.const 32)))
      (i64.shr_u (local.get $second) (i64.const 32))))

  ;; One half of another number: this is no product of two.
  (func $other (export "other") (param $x i64) (param $y i64) (param $z i64) (result i64)
    (local $low i64) (local $first i64) (local $second i64)
    (local.set $low (i64.mul (i64.and (local.get $y) (i64.const 0xffffffff))
                             (i64.and (local.get $x) (i64.const 0xffffffff))))
    (local.set $first
      (i64.add (i64.shr_u (local.get $low) (i64.const 32))
               (i64.mul (i64.and (local.get $y) (i64.const 0xffffffff))
                        (i64.shr_u (local.get $x) (i64.const 32)))))
    (local.set $second
      (i64.add (i64.and (local.get $first) (i64.const 0xffffffff))
               (i64.mul (i64.shr_u (local.get $z) (i64.const 32))
                        (i64.and (local.get $x) (i64.const 0xffffffff)))))
    (i64.add (i64.add (i64.mul (i64.shr_u (local.get $y) (i64.const 32))
                               (i64.shr_u (local.get $x) (i64.const 32)))
                      (i64.shr_u (local.get $first) (i64.const 32)))
             (i64.shr_u (local.get $second) (i64.const 32)))))
